//! Codes in words, for people who read a terminal.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::Moment;
use domain::time::{Calendar, ClockChange, Counting, Limit, Step};

static WORDS: LazyLock<BTreeMap<String, BTreeMap<String, String>>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../words/zh.toml")).expect("the words that come with the program")
});

/// The word for a code of a list; the code itself where there is none.
pub fn word<'a>(list: &str, code: &'a str) -> &'a str
where
    'static: 'a,
{
    WORDS.get(list).and_then(|words| words.get(code)).map_or(code, String::as_str)
}

/// Every code of a list that has a word.
#[cfg(test)]
pub fn known(list: &str) -> Vec<&'static str> {
    WORDS.get(list).into_iter().flat_map(|words| words.keys().map(String::as_str)).collect()
}

const WEEKDAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/// A moment in the city's time: 2026-02-13 周五 16:10.
pub fn time(at: Moment, calendar: &Calendar) -> String {
    let local = calendar.zone().to_datetime(at.timestamp());
    format!("{} {} {:02}:{:02}", local.date(), weekday(local.date()), local.hour(), local.minute())
}

fn weekday(date: jiff::civil::Date) -> &'static str {
    WEEKDAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

fn day(date: jiff::civil::Date) -> String {
    format!("{}月{}日{}", date.month(), date.day(), weekday(date))
}

/// A limit: 5个工作日.
pub fn limit(limit: Limit) -> String {
    let (natural, working) = ("自然", "工作");
    let counted = |counting| if counting == Counting::Working { working } else { natural };
    match limit {
        Limit::Minutes(n, Counting::Natural) if n % 60 == 0 => format!("{}小时", n / 60),
        Limit::Minutes(n, Counting::Natural) => format!("{n}分钟"),
        Limit::Minutes(n, counting) if n % 60 == 0 => format!("{}个{}小时", n / 60, counted(counting)),
        Limit::Minutes(n, counting) => format!("{n}分钟{}时间", counted(counting)),
        Limit::Days(n, counting) => format!("{n}个{}日", counted(counting)),
        Limit::ByLaw => "从其规定".to_owned(),
    }
}

/// One step of an explanation.
pub fn step(step: &Step, calendar: &Calendar) -> String {
    match step {
        Step::Started { at, limit: Some(within) } => {
            format!("{} 开始计时，时限{}", time(*at, calendar), limit(*within))
        }
        Step::Started { at, limit: None } => format!("{} 开始计时，不停表", time(*at, calendar)),
        Step::StartDay { date } => format!("{}为起算日，不计入（民法典第二百零一条）", day(*date)),
        Step::DayOff { date, name } => format!("{}{name}，不计入", day(*date)),
        Step::WorkingDay { date, nth, name } if name.is_empty() => format!("{}为第{nth}个工作日", day(*date)),
        Step::WorkingDay { date, nth, name } => format!("{}{name}，为第{nth}个工作日", day(*date)),
        Step::OfficeTime { date, minutes } => format!("{}计入工作时间{}", day(*date), minutes_of(*minutes)),
        Step::NaturalMinutes { minutes } => format!("连续计时{}", minutes_of(i64::from(*minutes))),
        Step::NaturalDays { days, last } => format!("连续计{days}日，最后一日为{}", day(*last)),
        Step::Rolls { date, name } => format!("{}{name}，顺延至次日（民法典第二百零三条）", day(*date)),
        Step::Assumed { date } => format!("{}的放假安排尚未公布，按一般工作周推定", day(*date)),
        Step::Due { at } => format!("{} 到期", time(*at, calendar)),
        Step::Changed { change } => changed(change, calendar),
        Step::Stopped { at } => format!("{} 停止计时", time(*at, calendar)),
    }
}

fn minutes_of(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}分钟"),
        (hours, 0) => format!("{hours}小时"),
        (hours, minutes) => format!("{hours}小时{minutes}分钟"),
    }
}

fn changed(change: &ClockChange, calendar: &Calendar) -> String {
    let until = |due: &Option<Moment>| {
        due.map_or("无固定期限".to_owned(), |due| format!("{} 到期", time(due, calendar)))
    };
    match change {
        ClockChange::Paused { at, reason } => {
            format!("{} 挂起：{}", time(*at, calendar), word("pause", reason.code()))
        }
        ClockChange::Resumed { at, due } => {
            format!("{} 恢复计时，余下时间顺延，{}", time(*at, calendar), until(due))
        }
        ClockChange::Extended { at, by, due } => {
            format!("{} 批准延期{}，{} 到期", time(*at, calendar), limit(*by), time(*due, calendar))
        }
        ClockChange::Reset { at, limit: within, due, .. } => {
            format!("{} 改按时限{}计算，{}", time(*at, calendar), limit(*within), until(due))
        }
        ClockChange::Restarted { at } => format!("{} 继续计时，此前停止不算", time(*at, calendar)),
    }
}

/// A span of time in the coarsest two units that fit.
pub fn span(millis: i64) -> String {
    let minutes = millis / 60_000;
    match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
        (0, 0, minutes) => format!("{minutes}分钟"),
        (0, hours, minutes) => format!("{hours}小时{minutes}分"),
        (days, hours, _) => format!("{days}天{hours}小时"),
    }
}

#[cfg(test)]
mod tests {
    use domain::Act;
    use domain::codes::{ClockKind, Role};

    use super::*;

    #[test]
    fn every_act_role_and_clock_has_a_word() {
        let named = |list, code: &str| known(list).contains(&code);
        assert!(Act::NAMES.iter().all(|act| named("act", act)));
        assert!(Role::ALL.iter().all(|role| named("role", role.code())));
        assert!(ClockKind::ALL.iter().all(|kind| named("clock", kind.code())));
    }

    #[test]
    fn a_deadline_over_a_weekend_explains_itself() {
        let days = "date,works,name,source\n2026-03-06,1,,\n2026-03-07,0,周末,\n2026-03-08,0,周末,\n2026-03-09,1,,\n";
        let calendar = Calendar::parse(days, &["09:00-17:00".to_owned()], "Asia/Shanghai").unwrap();
        let friday =
            jiff::civil::date(2026, 3, 6).at(16, 10, 0, 0).to_zoned(calendar.zone().clone()).unwrap();
        let steps = calendar.explain(friday.timestamp().into(), "1 working day".parse().unwrap(), true);
        let told: Vec<String> = steps.iter().map(|told| step(told, &calendar)).collect();
        assert_eq!(
            told,
            [
                "2026-03-06 周五 16:10 开始计时，时限1个工作日",
                "3月6日周五为起算日，不计入（民法典第二百零一条）",
                "3月7日周六周末，不计入",
                "3月8日周日周末，不计入",
                "3月9日周一为第1个工作日",
                "2026-03-09 周一 17:00 到期",
            ]
        );
    }
}
