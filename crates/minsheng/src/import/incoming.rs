//! What an import hands over for each row that it could read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One appeal as another system recorded it, in our words and codes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// Where the record begins: a line of the file, or a row of the sheet (both from 1).
    pub line: u64,
    /// The same for the same record however often it is imported, so that a second import skips it:
    /// `mapping/number`, or `mapping/SM3-ordinal` where the source gives no number.
    pub key: String,
    /// The number that the source system gave it.
    pub external_no: Option<String>,
    /// When the appeal came in; `None` where the source does not say or cannot be read.
    pub received_at: Option<Timestamp>,
    /// A channel code, such as `phone`.
    pub channel: String,
    /// A kind code, such as `consultation`.
    pub kind: String,
    /// What it is about, as the source classed it: names, outermost first.
    pub matter: Vec<String>,
    /// The district or place name that the source gives.
    pub place: Option<String>,
    /// Street and number, or whatever stands for them.
    pub address: Option<String>,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// Never empty: where the source has none, the first sentence of the body.
    pub title: String,
    /// Never empty: where the source has none, the title.
    pub body: String,
    /// The citizen asked not to be named.
    pub anonymous: bool,
    /// The source says that the same appeal came before.
    pub repeat: bool,
    /// Numbers of earlier orders that this one quotes.
    pub refs: Vec<String>,
    /// What the source knows of the order's later life.
    pub recorded: Recorded,
    /// What was doubtful in the row and how it was settled, for people to read.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// What the source knows of an order's life after it came in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// The unit that answered for it in the end.
    pub unit: Option<String>,
    /// The units that had it before, in order.
    pub earlier_units: Vec<String>,
    /// What the citizen was answered.
    pub reply: Option<String>,
    /// When they were answered.
    pub replied_at: Option<Timestamp>,
    /// When the order was closed.
    pub closed_at: Option<Timestamp>,
    /// When it was due.
    pub due_at: Option<Timestamp>,
    /// How many times it went on to another unit.
    pub reassigned: Option<u32>,
    /// The source's own word for its state.
    pub status: Option<String>,
    /// It had not been closed when the source was written.
    pub open: bool,
    /// The citizen's grade, 1 (worst) to 5 (best).
    pub satisfaction: Option<u8>,
    /// The unit's conclusion, in the source's words.
    pub conclusion: Option<String>,
}
