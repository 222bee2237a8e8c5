//! The names by which things are known. Each kind of name is a type of its
//! own, so that a unit cannot be passed where a place is meant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The number of an order in its store, rising with registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct OrderId(pub i64);

/// The number of a citizen's identity, which lies encrypted outside the
/// journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct CitizenId(pub i64);

impl std::fmt::Display for OrderId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text of the name.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

names! {
    /// 单位代码.
    UnitId,
    /// 事项代码: a child's code begins with its parent's.
    MatterCode,
    /// 行政区划或网格代码: a child's code begins with its parent's.
    PlaceCode,
    /// 工作人员登录名.
    PersonId,
}

impl MatterCode {
    /// Whether `other` is this matter or lies below it.
    pub fn covers(&self, other: &MatterCode) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl PlaceCode {
    /// Whether `other` is this place or lies within it.
    pub fn covers(&self, other: &PlaceCode) -> bool {
        other.0.starts_with(&self.0)
    }
}
