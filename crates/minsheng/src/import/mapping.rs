//! A mapping says how the files of one system become [`Incoming`](super::Incoming) values. It is a TOML file:
//!
//! ```toml
//! zone = "Asia/Shanghai"              # for times that name none
//! dates = ["iso", "digits8"]          # ways to write a time, tried in order; default ["iso"]
//!
//! [values.channel]                    # a source's words → our codes
//! "来电" = "phone"
//! "市民微*" = "wechat"                 # a key with * fits what begins so; the longest wins
//! "*" = "other"                       # the default
//!
//! [[source]]                          # one shape of file; the first whose columns are all there is used
//! when = ["ticket_no", "text"]
//! encoding = "gb18030"                # only where sniffing UTF-8 or gb18030 would not do
//! dates = ["epoch_ms"]                # instead of the mapping's
//! required = ["received_at"]          # reject a row without (external_no, received_at, unit)
//! key = ["external_no", "received_at"] # what tells records apart, where the number alone does not
//! records = "payload"                 # the records stand as JSON or XML inside this column
//! [source.fields]                     # our field = where it comes from
//! external_no = "ticket_no"           # a column
//! title = ["subject", "class"]        # the first that is not empty
//! matter = ["class1", "class2"]       # lists (matter, refs, earlier_units): all; satisfaction: the lowest
//! body = { join = ["text", { join = ["street", "no"], with = " " }], with = ", " }
//! kind = { value = "complaint" }      # fixed
//! ```
//!
//! Fields: external_no, received_at, channel, kind, matter, place, address, lat, lon, title, body, anonymous,
//! repeat, refs, unit, earlier_units, reply, replied_at, replied_days (days after received_at, where replied_at
//! is empty), closed_at, closed_days, due_at, reassigned, status, open, satisfaction, conclusion.
//! Tables of values: channel, kind, place, anonymous, repeat, unit, status, open, satisfaction, conclusion.
//! A word that no table names becomes `other` for channel and kind, and stays as it is elsewhere.

use encoding_rs::{Encoding, GB18030, GBK};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::codes::{CHANNELS, KINDS};
use super::dates::DateFormat;
use super::error::MappingError;
use super::expr::Expr;
use super::record::Record;
use super::values::ValueTable;

/// A mapping that has been read and checked. Cheap enough to clone once an import.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The file's name without `.toml`; the beginning of every key.
    pub name: String,
    /// The zone of times that name none.
    pub(super) zone: TimeZone,
    /// What stands in the file.
    pub(super) spec: Spec,
}

/// The file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    zone: String,
    #[serde(default = "iso_only")]
    dates: Vec<DateFormat>,
    #[serde(default)]
    pub(super) values: Values,
    source: Vec<Source>,
}

fn iso_only() -> Vec<DateFormat> {
    vec![DateFormat::Iso]
}

/// The tables of values, by field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Values {
    pub channel: ValueTable,
    pub kind: ValueTable,
    pub place: ValueTable,
    pub anonymous: ValueTable,
    pub repeat: ValueTable,
    pub unit: ValueTable,
    pub status: ValueTable,
    pub open: ValueTable,
    pub satisfaction: ValueTable,
    pub conclusion: ValueTable,
}

/// One shape of file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Columns that must all be there for this source to be chosen.
    pub when: Vec<String>,
    encoding: Option<String>,
    dates: Option<Vec<DateFormat>>,
    /// Fields without which a row is rejected.
    #[serde(default)]
    pub required: Vec<Required>,
    /// What tells one record from another.
    #[serde(default = "number_only")]
    pub key: Vec<KeyPart>,
    /// The column that holds the records.
    pub records: Option<String>,
    /// Where each field comes from.
    #[serde(default)]
    pub fields: Fields,
}

fn number_only() -> Vec<KeyPart> {
    vec![KeyPart::ExternalNo]
}

/// A field that may be required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Required {
    ExternalNo,
    ReceivedAt,
    Unit,
}

/// A field that may stand in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyPart {
    ExternalNo,
    ReceivedAt,
}

/// Where each field of ours comes from.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fields {
    pub external_no: Option<Expr>,
    pub received_at: Option<Expr>,
    pub channel: Option<Expr>,
    pub kind: Option<Expr>,
    pub matter: Option<Expr>,
    pub place: Option<Expr>,
    pub address: Option<Expr>,
    pub lat: Option<Expr>,
    pub lon: Option<Expr>,
    pub title: Option<Expr>,
    pub body: Option<Expr>,
    pub anonymous: Option<Expr>,
    pub repeat: Option<Expr>,
    pub refs: Option<Expr>,
    pub unit: Option<Expr>,
    pub earlier_units: Option<Expr>,
    pub reply: Option<Expr>,
    pub replied_at: Option<Expr>,
    pub replied_days: Option<Expr>,
    pub closed_at: Option<Expr>,
    pub closed_days: Option<Expr>,
    pub due_at: Option<Expr>,
    pub reassigned: Option<Expr>,
    pub status: Option<Expr>,
    pub open: Option<Expr>,
    pub satisfaction: Option<Expr>,
    pub conclusion: Option<Expr>,
}

impl Mapping {
    /// Reads and checks a mapping. `name` is the file's name without `.toml`.
    pub fn parse(name: &str, toml_text: &str) -> Result<Self, MappingError> {
        let fail = |problem: String| MappingError { name: name.to_owned(), problem };
        let spec: Spec = toml::from_str(toml_text).map_err(|e| fail(e.to_string()))?;
        let zone = TimeZone::get(&spec.zone)
            .map_err(|_| fail(format!("`zone` = \"{}\" is not a known time zone", spec.zone)))?;
        check(&spec).map_err(fail)?;
        Ok(Self { name: name.to_owned(), zone, spec })
    }

    /// The first source whose columns the record has.
    pub(super) fn source_for(&self, record: &Record) -> Option<&Source> {
        let fits = |source: &&Source| source.when.iter().all(|column| record.has(column));
        self.spec.source.iter().find(fits)
    }

    /// The ways in which this source writes times.
    pub(super) fn dates<'m>(&'m self, source: &'m Source) -> &'m [DateFormat] {
        source.dates.as_ref().unwrap_or(&self.spec.dates)
    }

    /// The first encoding that any source declares.
    pub(super) fn declared(&self) -> Option<&'static Encoding> {
        self.spec.source.iter().find_map(Source::encoding)
    }

    /// What the sources look for, for messages.
    pub(super) fn wanted(&self) -> String {
        let columns = |source: &Source| format!("[{}]", source.when.join(", "));
        self.spec.source.iter().map(columns).collect::<Vec<_>>().join(" or ")
    }
}

impl Source {
    /// The encoding that the mapping declares. GBK is read as gb18030, which holds it.
    pub(super) fn encoding(&self) -> Option<&'static Encoding> {
        let encoding = Encoding::for_label(self.encoding.as_deref()?.as_bytes())?;
        Some(if encoding == GBK { GB18030 } else { encoding })
    }
}

fn check(spec: &Spec) -> Result<(), String> {
    check_codes("channel", &spec.values.channel, |code| CHANNELS.contains(&code))?;
    check_codes("kind", &spec.values.kind, |code| KINDS.contains(&code))?;
    check_codes("satisfaction", &spec.values.satisfaction, |code| {
        matches!(code, "0" | "1" | "2" | "3" | "4" | "5")
    })?;
    for (name, table) in
        [("open", &spec.values.open), ("anonymous", &spec.values.anonymous), ("repeat", &spec.values.repeat)]
    {
        check_codes(name, table, |code| matches!(code, "true" | "false"))?;
    }
    if spec.source.is_empty() {
        return Err("missing: at least one [[source]]".into());
    }
    spec.source
        .iter()
        .enumerate()
        .try_for_each(|(at, source)| check_source(source).map_err(|e| format!("source {}: {e}", at + 1)))
}

fn check_codes(field: &str, table: &ValueTable, known: impl Fn(&str) -> bool) -> Result<(), String> {
    match table.codes().find(|(_, code)| !known(code)) {
        Some((word, code)) => Err(format!("`values.{field}`: \"{word}\" = \"{code}\" is not a known code")),
        None => Ok(()),
    }
}

fn check_source(source: &Source) -> Result<(), String> {
    if source.when.is_empty() {
        return Err("missing: columns in `when`".into());
    }
    if let Some(label) = source.encoding.as_ref().filter(|_| source.encoding().is_none()) {
        return Err(format!("`encoding` = \"{label}\" is not a known encoding"));
    }
    let fields = &source.fields;
    if source.records.is_none() && fields.title.is_none() && fields.body.is_none() {
        return Err("missing: `fields.body` or `fields.title`".into());
    }
    if source.key.is_empty() {
        return Err("missing: fields in `key`".into());
    }
    check_fixed("channel", &fields.channel, &CHANNELS)?;
    check_fixed("kind", &fields.kind, &KINDS)
}

fn check_fixed(field: &str, expr: &Option<Expr>, known: &[&str]) -> Result<(), String> {
    match expr.as_ref().and_then(Expr::fixed).filter(|code| !known.contains(code)) {
        Some(code) => Err(format!("`fields.{field}` = {{ value = \"{code}\" }} is not a known code")),
        None => Ok(()),
    }
}
