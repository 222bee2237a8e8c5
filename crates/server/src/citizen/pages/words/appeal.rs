//! Bringing an appeal, and its receipt.

use super::words;

words! {
    /// Bringing an appeal, and its receipt.
    AppealWords {
        title: "反映问题" / "Tell us what is wrong";
        lead: "用自己的话说就行。带“必填”的要填，其他的知道多少填多少。" / "Use your own words. Only what is marked “needed” must be filled in.";
        needed: "必填" / "needed";
        optional: "选填" / "optional";
        errors: "有 {} 处要改，改好再提交" / "Please mend {} thing(s), then send again";
        what: "什么事" / "What it is about";
        story: "发生了什么事？" / "What happened?";
        story_hint: "什么时候、什么地方、什么情况。请不要写身份证号和银行卡号。" / "When, where and what. Please leave out numbers of identity cards and bank cards.";
        story_missing: "请写一写发生了什么事" / "Please say what happened";
        story_long: "内容太长了，请控制在 {} 字以内" / "This is too long: at most {} characters";
        field_long: "这一项太长了，请控制在 {} 字以内" / "This is too long: at most {} characters";
        demand: "您希望怎么解决？" / "What should be done?";
        kind: "属于哪一类？" / "What is it?";
        kind_hint: "拿不准就选“求助”，工作人员会调整。" / "If in doubt choose “A request”; staff will correct it.";
        where_: "在哪里" / "Where";
        place: "所在镇街或社区" / "Street, town or community";
        place_none: "不清楚，或不在下面" / "I do not know, or it is not listed";
        place_unknown: "没有这个地点，请重新选择" / "There is no such place, please choose again";
        spot: "具体位置" / "The exact spot";
        spot_hint: "例如：和平路 12 号门口、3 号楼东侧" / "For example: in front of 12 Heping Road, east of building 3";
        locate: "用手机定位" / "Use this phone's position";
        locating: "正在定位……" / "Looking for your position …";
        located: "已定位，选了最近的地点，请核对。" / "Found: the nearest place is chosen, please check it.";
        not_located: "没能定位，请从列表里选。" / "No position: please choose from the list.";
        map: "在示意图上选" / "Choose on the map";
        when: "什么时候发生的？" / "When did it happen?";
        when_hint: "例如：昨天晚上十点、每天早上" / "For example: last night at ten, every morning";
        files: "照片、录音、视频" / "Photos, sound, video";
        files_hint: "最多 6 个，一共不超过 24 MB。照片支持 JPG、PNG、WebP，视频支持 MP4、MOV，也可以传 PDF、Word。" / "Up to 6, together at most 24 MB: photos (JPG, PNG, WebP), video (MP4, MOV), sound, PDF or Word.";
        files_again: "出于浏览器的安全限制，文件需要重新选择一次。" / "Browsers do not keep files: please choose them again.";
        files_many: "文件太多，最多 {} 个" / "Too many files: at most {}";
        who: "您是谁" / "Who you are";
        who_hint: "可以不填。不填的话我们打不了电话，您可以凭查询码查结果。" / "You may leave this out. Then we cannot call you, but you can look with your query code.";
        name: "怎么称呼您" / "Your name";
        phone: "电话" / "Telephone";
        phone_wrong: "电话号码不对，请只填数字，例如 13800138000" / "This is no telephone number: digits only, for example 13800138000";
        show_name: "姓名能给办理单位看吗？" / "May the unit in charge see your name?";
        show_yes: "可以。单位看到“张**”，通过平台给我打电话，看不到号码" / "Yes. They see Z** and call me through the platform, without the number";
        show_no: "不可以。单位什么都看不到，只由热线联系我" / "No. They see nothing; only the hotline contacts me";
        callback: "办完后请打电话问我满不满意" / "Call me when it is done and ask whether I am content";
        send: "提交" / "Send";
        sending: "正在提交……" / "Sending …";
        look_first: "先看看附近有没有人反映过" / "First see whether somebody nearby said the same";
        draft_kept: "没提交的内容已经存在这台手机里。" / "What you have not sent is kept on this device.";
        draft_found: "上次没写完的内容已经恢复。" / "What you had begun is back.";
        draft_drop: "清空重写" / "Clear it and start anew";
        privacy_note: "提交即表示按《个人信息保护说明》处理您的信息。" / "Your data are handled as the privacy page says.";

        alike_title: "附近可能有人反映过同一件事" / "Somebody nearby may have said the same";
        alike_hint: "如果是同一件事，选上它，您的诉求会和它一起办；办完同样会答复您、请您评价。" / "If it is the same matter choose it: yours is handled together with it, and you are answered and asked all the same.";
        alike_none: "没有找到类似的，请继续填写。" / "Nothing like it was found; please go on.";
        alike_own: "不是同一件事，单独登记" / "It is another matter: register mine by itself";
        alike_same: "是同一件事：" / "It is the same: ";
        alike_line: "{}，{} 登记，{} 人反映，{}" / "{}, registered {}, {} citizen(s), {}";
        alike_matter_none: "尚未归类的事项" / "A matter not yet classified";
        alike_here: "附近" / "nearby";

        receipt_title: "已经登记" / "It is registered";
        receipt_lead: "请记好下面的编号和查询码，以后凭它们查进展。建议拍照或截图保存。" / "Keep number and query code: with them you follow your matter. Best take a photo or a screenshot.";
        receipt_number: "工单编号" / "Number";
        receipt_code: "查询码" / "Query code";
        receipt_code_note: "查询码就像密码，不要告诉别人。" / "The query code is like a password: tell nobody.";
        receipt_at: "登记时间" / "Registered";
        receipt_next: "接下来" / "What comes next";
        receipt_next_1: "热线在{}前审核并转给负责的单位。" / "The hotline reads it and passes it on by {}.";
        receipt_next_2: "单位签收后会联系您，办完后答复，再请您评价。" / "The unit contacts you, answers, and then you are asked whether it is solved.";
        receipt_see: "查看进展" / "See how it stands";
        receipt_print: "打印" / "Print";
        receipt_proof: "下载存证文件" / "Download the proof";
        receipt_proof_note: "存证文件里有您这件诉求登记时的指纹。登记记录每天封存、公布总指纹，谁也不能事后删改；拿这份文件可以证明它登记过。" / "The proof holds the fingerprint of your registration. Records are sealed daily and the seal's root is published, so nobody can change or remove them later; with this file you can prove that yours is there.";
        receipt_joined: "已和同一件事合并办理，进展和答复会一起告诉您。" / "It is handled together with the same matter; you are told of its progress and answer.";
        receipt_join_waits: "您认为它与另一件诉求是同一件事，工作人员核对后合并办理。" / "You say it is the same as another; staff will check and join them.";
        receipt_file_failed: "诉求已登记，但有 {} 个文件没有传上，请在进展页补传。" / "It is registered, but {} file(s) did not arrive: please add them on its page.";
    }
}
