//! 适用条件: what else must be so, beside matter and place, for an entry to say
//! whose duty it is: the time of day, the season, who is complained of, and whose
//! the thing is. A pole is its owner's duty, and a stall at night another unit's
//! than by day.

use jiff::civil::DateTime;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::codes::codes;

codes! {
    /// 行为主体: whose conduct the appeal is about.
    Subject {
        /// 自然人
        Person = "person",
        /// 个体工商户
        SelfEmployed = "self_employed",
        /// 企业
        Company = "company",
        /// 机关、事业单位
        PublicBody = "public_body",
        /// 社会组织
        Association = "association",
        /// 物业服务人
        PropertyManager = "property_manager",
        /// 施工单位
        Builder = "builder",
    }
}

codes! {
    /// 权属: whose the thing is that the appeal is about.
    Ownership {
        /// 已移交的市政公用设施
        Municipal = "municipal",
        /// 未移交、由建设单位管护
        NotHandedOver = "not_handed_over",
        /// 专业经营单位所有（电力、通信、供水、燃气等）
        Utility = "utility",
        /// 业主共有
        Common = "common",
        /// 单位或者个人自有
        Private = "private",
        /// 集体所有
        Collective = "collective",
        /// 无主、权属不明
        Ownerless = "ownerless",
    }
}

codes! {
    /// 条件种类: on what a condition looks.
    Predicate {
        /// 时段
        Hours = "hours",
        /// 季节
        Season = "season",
        /// 行为主体
        Subject = "subject",
        /// 权属
        Ownership = "ownership",
    }
}

/// 已查明的事实: what is known of an order beside its matter and place; what is
/// not stated is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// 行为主体.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// 权属.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ownership: Option<Ownership>,
}

impl Facts {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Facts::default()
    }
}

/// 适用条件: all of them must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// 时段, in the city's time, when the appeal came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// 季节, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season: Option<Season>,
    /// 行为主体: one of these; none for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// 权属: one of these; none for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ownerships: Vec<Ownership>,
}

/// How an order stands to a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holds {
    /// All of it holds.
    Yes,
    /// This does not hold.
    No(Predicate),
    /// What is known speaks for it; these are not known.
    Unstated(Vec<Predicate>),
}

impl Condition {
    /// Whether nothing is demanded.
    pub fn is_empty(&self) -> bool {
        self.weight() == 0
    }

    /// How much is demanded: the entry that demands more is closer to the case.
    pub(super) fn weight(&self) -> usize {
        let demands = [
            self.hours.is_some(),
            self.season.is_some(),
            !self.subjects.is_empty(),
            !self.ownerships.is_empty(),
        ];
        demands.into_iter().filter(|demanded| *demanded).count()
    }

    /// Whether it holds for an appeal that came in at a time, of which these
    /// facts are known.
    pub(super) fn holds(&self, time: Option<DateTime>, facts: Facts) -> Holds {
        let hours = self.hours.map(|hours| (Predicate::Hours, time.map(|time| hours.holds(time))));
        let season = self.season.map(|season| (Predicate::Season, time.map(|time| season.holds(time))));
        let subject = one_of(&self.subjects, facts.subject).map(|holds| (Predicate::Subject, holds));
        let ownership = one_of(&self.ownerships, facts.ownership).map(|holds| (Predicate::Ownership, holds));
        let mut unstated = Vec::new();
        for (predicate, holds) in [hours, season, subject, ownership].into_iter().flatten() {
            match holds {
                Some(true) => {}
                Some(false) => return Holds::No(predicate),
                None => unstated.push(predicate),
            }
        }
        if unstated.is_empty() { Holds::Yes } else { Holds::Unstated(unstated) }
    }

    /// Whether there can be an order for which both hold.
    pub(super) fn meets(&self, other: &Condition) -> bool {
        let both = |one: Option<Span>, other: Option<Span>| match (one, other) {
            (Some(one), Some(other)) => one.overlaps(other),
            _ => true,
        };
        both(self.hours.map(|hours| hours.0), other.hours.map(|hours| hours.0))
            && both(self.season.map(|season| season.0), other.season.map(|season| season.0))
            && share(&self.subjects, &other.subjects)
            && share(&self.ownerships, &other.ownerships)
    }
}

/// None when nothing is demanded; else whether it holds, if that is known.
fn one_of<T: PartialEq>(demanded: &[T], known: Option<T>) -> Option<Option<bool>> {
    (!demanded.is_empty()).then(|| known.map(|known| demanded.contains(&known)))
}

/// Whether two lists, of which an empty one stands for everything, have
/// something in common.
fn share<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|it| other.contains(it))
}

/// From one mark of a circle to the next, the second not included; it may run
/// over the circle's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Span {
    from: u16,
    to: u16,
}

impl Span {
    fn contains(self, mark: u16) -> bool {
        if self.from < self.to {
            self.from <= mark && mark < self.to
        } else {
            self.from <= mark || mark < self.to
        }
    }

    fn overlaps(self, other: Span) -> bool {
        self.contains(other.from) || other.contains(self.from)
    }
}

/// 时段: a time of day, written `22:00-06:00`; the end is not included, and may
/// lie behind midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hours(Span);

/// Why a text is not a time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time of day: write it as `22:00-06:00`, with two different times")]
pub struct HoursError(String);

/// 季节: a part of the year, written `11-15..03-15`; both days are included,
/// and it may run over the end of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Season(Span);

/// Why a text is not a part of the year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a part of the year: write it as `11-15..03-15`, month before day")]
pub struct SeasonError(String);

impl Hours {
    fn holds(self, time: DateTime) -> bool {
        self.0.contains(minute(time.hour().unsigned_abs(), time.minute().unsigned_abs()))
    }
}

impl Season {
    fn holds(self, time: DateTime) -> bool {
        self.0.contains(day(time.month().unsigned_abs(), time.day().unsigned_abs()))
    }
}

/// The minute of the day.
fn minute(hour: u8, minute: u8) -> u16 {
    u16::from(hour) * 60 + u16::from(minute)
}

/// Months are given a day more than the longest has, so that the day behind a
/// month's last lies before the next month's first.
const MONTH: u16 = 32;

/// The day of the year, in months of the same length.
fn day(month: u8, day: u8) -> u16 {
    u16::from(month) * MONTH + u16::from(day)
}

/// Two numbers that are divided by a sign, each of two digits.
fn two(text: &str, sign: char) -> Option<(u8, u8)> {
    let (one, other) = text.split_once(sign)?;
    let number = |digits: &str| {
        let two = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
        two.then(|| digits.parse().ok()).flatten()
    };
    Some((number(one)?, number(other)?))
}

impl std::str::FromStr for Hours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, HoursError> {
        let read = |text: &str| {
            let (hours, minutes) = two(text, ':')?;
            (hours < 24 && minutes < 60).then(|| minute(hours, minutes))
        };
        let span =
            text.split_once('-').and_then(|(from, to)| Some(Span { from: read(from)?, to: read(to)? }));
        span.filter(|span| span.from != span.to).map(Hours).ok_or_else(|| HoursError(text.to_owned()))
    }
}

impl std::str::FromStr for Season {
    type Err = SeasonError;

    fn from_str(text: &str) -> Result<Self, SeasonError> {
        let read = |text: &str| {
            let (months, days) = two(text, '-')?;
            // 2024 is a leap year: the 29th of February is a day of a season.
            jiff::civil::Date::new(2024, i8::try_from(months).ok()?, i8::try_from(days).ok()?).ok()?;
            Some(day(months, days))
        };
        let span =
            text.split_once("..").and_then(|(from, to)| Some(Span { from: read(from)?, to: read(to)? + 1 }));
        span.map(Season).ok_or_else(|| SeasonError(text.to_owned()))
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Span { from, to } = self.0;
        write!(f, "{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

impl std::fmt::Display for Season {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = (self.0.from, self.0.to - 1);
        write!(f, "{:02}-{:02}..{:02}-{:02}", from / MONTH, from % MONTH, to / MONTH, to % MONTH)
    }
}

macro_rules! written {
    ($name:ident, $error:ident, $says:literal, $pattern:literal) => {
        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(it: $name) -> String {
                it.to_string()
            }
        }

        /// On the wire and in data files alike it is its text form.
        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"description": $says, "type": "string", "pattern": $pattern})
            }
        }
    };
}

written!(
    Hours,
    HoursError,
    "时段 a time of day: `22:00-06:00`; the end is not included and may lie behind midnight.",
    "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$"
);
written!(
    Season,
    SeasonError,
    "季节 a part of the year: `11-15..03-15`; both days are included, and it may run over the end of the year.",
    "^(0[1-9]|1[0-2])-[0-3][0-9]\\.\\.(0[1-9]|1[0-2])-[0-3][0-9]$"
);
