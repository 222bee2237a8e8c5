//! 时限: how long something may take, as a statute says it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Whether only office time counts, or all time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// 工作时间: days and hours on which offices work.
    Working,
    /// 自然时间: all days and hours.
    Natural,
}

/// A time limit. Written in data as `5 working days`, `30 natural minutes`
/// or `by law`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Limit {
    /// So many minutes, from the moment on.
    Minutes(u32, Counting),
    /// So many whole days; the day on which it starts does not count, and
    /// the last one counts to its end (民法典 201, 203).
    Days(u32, Counting),
    /// 从其规定: another law sets the time; the clock runs without a due date.
    ByLaw,
}

/// Why a text is not a limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time limit: write it as `5 working days`, `30 natural minutes` or `by law`")]
pub struct LimitError(String);

impl Limit {
    /// Roughly how long it is, in minutes of natural time, so that limits of
    /// different kinds can be compared for plausibility; a working day counts
    /// as 1.4 natural ones. `None` for [`Limit::ByLaw`].
    pub fn rough_minutes(self) -> Option<u64> {
        let factor = |counting| if counting == Counting::Working { 14 } else { 10 };
        match self {
            Limit::Minutes(n, Counting::Natural) => Some(u64::from(n)),
            // Eight hours of office time make a working day.
            Limit::Minutes(n, Counting::Working) => Some(u64::from(n) * 3 * 14 / 10),
            Limit::Days(n, counting) => Some(u64::from(n) * 1440 * factor(counting) / 10),
            Limit::ByLaw => None,
        }
    }
}

impl std::str::FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        let wrong = || LimitError(text.to_owned());
        if text == "by law" {
            return Ok(Limit::ByLaw);
        }
        let mut words = text.split_whitespace();
        let (Some(amount), Some(counting), Some(unit), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(wrong());
        };
        let counting = match counting {
            "working" => Counting::Working,
            "natural" => Counting::Natural,
            _ => return Err(wrong()),
        };
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        // Half a day is the only fraction that statutes use: four office
        // hours, or twelve natural ones.
        if (amount, unit) == ("0.5", "day") {
            let hours = if counting == Counting::Working { 4 } else { 12 };
            return Ok(Limit::Minutes(hours * 60, counting));
        }
        let amount: u32 = amount.parse().map_err(|_| wrong())?;
        // Ten years: beyond it a number is a slip of the pen.
        let (most, limit) = match unit {
            "minute" => (5_256_000, Limit::Minutes(amount, counting)),
            "hour" => (87_600, Limit::Minutes(amount.saturating_mul(60), counting)),
            "day" => (3_650, Limit::Days(amount, counting)),
            _ => return Err(wrong()),
        };
        if amount == 0 || amount > most { Err(wrong()) } else { Ok(limit) }
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = |counting: &Counting| match counting {
            Counting::Working => "working",
            Counting::Natural => "natural",
        };
        match self {
            Limit::Minutes(n, c) if n % 60 == 0 => write!(f, "{} {} hours", n / 60, word(c)),
            Limit::Minutes(n, c) => write!(f, "{n} {} minutes", word(c)),
            Limit::Days(n, c) => write!(f, "{n} {} days", word(c)),
            Limit::ByLaw => f.write_str("by law"),
        }
    }
}

/// On the wire and in data files alike, a limit is its text form.
impl JsonSchema for Limit {
    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A time limit: `5 working days`, `30 natural minutes`, `by law`.",
            "type": "string",
            "pattern": "^(by law|0\\.5 (working|natural) days?|[1-9][0-9]{0,6} (working|natural) (minute|hour|day)s?)$",
            "examples": ["5 working days", "30 natural minutes", "by law"],
        })
    }
}

impl TryFrom<String> for Limit {
    type Error = LimitError;

    fn try_from(text: String) -> Result<Self, LimitError> {
        text.parse()
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> String {
        limit.to_string()
    }
}
