//! What went wrong, in words that say what to do.

use attachments::Unfit;
use domain::Refusal;

use crate::citizen::pages::Look;
use crate::problem::Problem;

/// A problem, for a citizen: what it is, and what to do.
pub(in crate::citizen::pages) fn problem(
    look: &Look,
    problem: &Problem,
    moment: &dyn Fn(domain::Moment) -> String,
) -> String {
    use Problem::*;
    let plain = |zh: &str, en: &str| look.say(zh, en).to_owned();
    match problem {
        TooMany { seconds } if look.english => format!("Too many tries: please wait {seconds} seconds."),
        TooMany { seconds } => format!("操作太频繁，请等 {seconds} 秒再试。"),
        LockedOut { until } => look.words().order.locked.replace("{}", &moment(*until)),
        ForeignSite => plain(
            "这个请求不是从本网站的页面发出的，没有执行。请回到本网站重新操作。",
            "This did not come from one of this site's pages and was not carried out. Please do it again from here.",
        ),
        NotThere { what } if what == "order" => {
            plain(look.words().order.find_wrong, look.words().order.find_wrong)
        }
        NotThere { .. } => plain(look.words().shell.not_found, look.words().shell.not_found),
        NoSuchMethod { .. } | WrongMediaType { .. } | BadBody { .. } | BadQuery { .. } | BadHeader { .. } => {
            plain(
                "页面没有完整地发过来，请返回重新填写。",
                "The page did not arrive whole: please go back and fill it in again.",
            )
        }
        TooLarge { most } => {
            let megabytes = most / (1 << 20);
            if look.english {
                format!(
                    "The files are too large: together at most {megabytes} MB. Nothing was sent; please choose fewer or smaller ones."
                )
            } else {
                format!("文件太大，一共不能超过 {megabytes} MB。这次没有提交成功，请减少或换小一点的文件。")
            }
        }
        TooSlow => plain(
            "网络太慢，没有传完。内容还在您的手机里，请换个信号好的地方再提交。",
            "The line was too slow. What you wrote is still on your device: please try again where the signal is better.",
        ),
        UnfitFile { file } => match serde_json::from_value::<Unfit>(file.clone()) {
            Ok(file) => unfit(look, &file),
            Err(_) => plain("这个文件不能用，请换一个。", "This file is not taken: please choose another."),
        },
        NotForYou { .. }
        | NotForOutsourced
        | NotLoggedIn
        | WrongLogIn
        | CodeNeeded
        | SecondFactorNeeded
        | PasswordToBeChanged => {
            plain("请先输入工单编号和查询码。", "Please give number and query code first.")
        }
        KeyReused | Changed { .. } | Taken { .. } => plain(
            "这件诉求刚刚有了新的变化，请刷新页面看看再操作。",
            "Something changed just now: please look at the page again first.",
        ),
        BadValue { .. } | NotAttached { .. } | VersionNeeded => plain(
            "有一项填得不对，请检查后再提交。",
            "One of the fields is not right: please check and send again.",
        ),
        NoRoom | Unavailable => plain(
            "系统暂时用不了，您的内容没有提交成功。请过一会儿再试，或拨打 12345。",
            "The service is not available at the moment and nothing was sent. Please try again later, or call 12345.",
        ),
        UnknownOutcome => plain(
            "网络中断，不确定是否提交成功。请再点一次提交，不会重复登记。",
            "The line broke, and whether it was sent is not known. Please send it again: it will not be registered twice.",
        ),
        Internal => plain(
            "系统出错了，已经记录下来。请过一会儿再试，或拨打 12345。",
            "Something is broken here and was noted. Please try again later, or call 12345.",
        ),
        Refused(refusal) => refused(look, refusal, moment),
        #[allow(unreachable_patterns)] // Others add problems that no citizen meets.
        _ => plain(
            "这一步没有做成，请返回再试，或拨打 12345。",
            "This was not carried out: please go back and try again, or call 12345.",
        ),
    }
}

/// A refusal of the rules. Those that only staff can meet share one sentence.
fn refused(look: &Look, refusal: &Refusal, moment: &dyn Fn(domain::Moment) -> String) -> String {
    use Refusal::*;
    let plain = |zh: &str, en: &str| look.say(zh, en).to_owned();
    match refusal {
        WrongStage { stage, .. } => {
            let stage = super::stage(look, *stage);
            if look.english {
                format!(
                    "Your matter stands at “{stage}”, where this cannot be done. If there is something new, tell us anew or call 12345."
                )
            } else {
                format!("这件诉求现在是“{stage}”，不能这样操作。有新情况请重新反映，或拨打 12345。")
            }
        }
        TextMissing { .. } | Missing { .. } => plain("请填写内容再提交。", "Please fill it in, then send."),
        TextTooLong { most, .. } if look.english => format!("This is too long: at most {most} characters."),
        TextTooLong { most, .. } => format!("内容太长了，请控制在 {most} 字以内。"),
        AlreadyAsked => {
            plain("已经提过了，正在处理，不用重复提交。", "It was asked for already and is being looked at.")
        }
        NothingAsked => plain("现在没有需要您答复的事。", "Nothing waits for your answer now."),
        AlreadyAnswered => plain(
            "您已经评价过了，第一次的评价不会被改动。还有意见请申请复核或补充情况。",
            "You rated it already, and the first rating is never changed. Ask for a second look, or add something.",
        ),
        AnswersDoNotFit => plain("请把三个问题都选上。", "Please answer all three questions."),
        NotConfirmed => plain(
            "这件诉求有几位市民一起反映，不能由一个人撤回。请拨打 12345。",
            "Several citizens brought this matter; one cannot withdraw it. Please call 12345.",
        ),
        ReviewedOnce => plain(
            "已经复核过一次，结果是最终的。您仍可以走行政复议、诉讼或信访途径。",
            "It was looked at a second time, and that is final. Reconsideration, a court and the petition office stay open.",
        ),
        ReviewWindowPassed { until } if look.english => {
            format!(
                "The time for a second look passed on {}. If there is something new, tell us anew.",
                moment(*until)
            )
        }
        ReviewWindowPassed { until } => {
            format!("申请复核的期限到 {} 为止，已经过了。有新情况请重新反映。", moment(*until))
        }
        AttachedAlready { .. } => plain("这个文件已经传过了。", "This file is there already."),
        TooManyAttachments { most } if look.english => {
            format!("There are {most} files already, and no more are taken.")
        }
        TooManyAttachments { most } => format!("已经有 {most} 个文件，不能再传了。"),
        SameOrder | LinkedAlready { .. } => {
            plain("这两件已经在一起办了。", "These two are together already.")
        }
        BeforeLastEntry { .. } => {
            plain("请刷新页面再试一次。", "Please look at the page again and try once more.")
        }
        _ => plain(
            "现在不能这样操作。请刷新页面看看最新情况，或拨打 12345。",
            "This cannot be done now. Please look at the page again, or call 12345.",
        ),
    }
}

/// Why a file is not taken.
pub(in crate::citizen::pages) fn unfit(look: &Look, unfit: &Unfit) -> String {
    match unfit {
        Unfit::Empty => look.say("有一个文件是空的，请重新选择。", "One file is empty: please choose again.").to_owned(),
        Unfit::TooLarge { most, .. } if look.english => {
            format!("One file is too large: at most {} MB.", most / 1_000_000)
        }
        Unfit::TooLarge { most, .. } => format!("有一个文件太大，不能超过 {} MB。", most / 1_000_000),
        _ => look
            .say(
                "有一个文件的格式不能用或已损坏。可以传：JPG、PNG、WebP 照片，MP4、MOV 视频，MP3、M4A、WAV、AMR 录音，PDF、Word 文件。",
                "One file is damaged or of a kind that is not taken. Taken are: photos (JPG, PNG, WebP), video (MP4, MOV), sound (MP3, M4A, WAV, AMR), PDF and Word.",
            )
            .to_owned(),
    }
}
