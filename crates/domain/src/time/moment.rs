//! A point in time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. The journal
/// holds times in this form, which has one spelling only and is quick to
/// read by the million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(description = "Milliseconds since 1970-01-01T00:00:00 UTC")]
pub struct Moment(pub i64);

impl Moment {
    /// This moment and so many milliseconds.
    pub fn plus_millis(self, millis: i64) -> Moment {
        Moment(self.0.saturating_add(millis))
    }

    /// This moment and so many minutes.
    pub fn plus_minutes(self, minutes: i64) -> Moment {
        self.plus_millis(minutes.saturating_mul(60_000))
    }

    /// Milliseconds from `earlier` to this moment; negative when it lies
    /// before it.
    pub fn millis_since(self, earlier: Moment) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// As jiff knows it; clamped to the years that jiff knows (-9999 to 9999).
    pub fn timestamp(self) -> jiff::Timestamp {
        let clamped = self.0.clamp(-300_000_000_000_000, 250_000_000_000_000);
        jiff::Timestamp::from_millisecond(clamped).expect("clamped to jiff's range")
    }
}

impl From<jiff::Timestamp> for Moment {
    fn from(at: jiff::Timestamp) -> Self {
        Moment(at.as_millisecond())
    }
}
