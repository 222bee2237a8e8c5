//! A record becomes an [`Incoming`]: the one place where a mapping is applied.

use std::borrow::Cow;

use jiff::{SignedDuration, Timestamp};

use super::codes::{CHANNELS, KINDS};
use super::expr::Expr;
use super::incoming::{Incoming, Recorded};
use super::mapping::{Mapping, Required, Source};
use super::record::Record;
use super::text;
use super::values::ValueTable;

/// A text longer than this, in characters, is no appeal but a broken file.
const TEXT_LIMIT: usize = 100_000;

/// Maps one record; the key is left empty. An error is the reason to reject the row: no text,
/// a text that is too long or unreadable, or a required field that is missing. Whatever else is
/// doubtful is left out and noted.
pub fn incoming(mapping: &Mapping, source: &Source, record: &Record) -> Result<Incoming, String> {
    let mut row = Reading { mapping, source, record, notes: Vec::new() };
    let (title, body) = row.texts()?;
    let fields = &source.fields;
    let values = &mapping.spec.values;
    let received_at = row.time("received_at", &fields.received_at);
    let recorded = row.recorded(received_at)?;
    let (lat, lon) = row.point();
    let incoming = Incoming {
        line: record.line,
        key: String::new(),
        external_no: row.text(&fields.external_no),
        received_at,
        channel: row.code(&fields.channel, &values.channel, &CHANNELS),
        kind: row.code(&fields.kind, &values.kind, &KINDS),
        matter: row.all(&fields.matter),
        place: row.translated(&fields.place, &values.place),
        address: row.text(&fields.address),
        lat,
        lon,
        title,
        body,
        anonymous: row.truth(&fields.anonymous, &values.anonymous).unwrap_or(false),
        repeat: row.truth(&fields.repeat, &values.repeat).unwrap_or(false),
        refs: row.refs(),
        recorded,
        notes: row.notes,
    };
    source.required.iter().try_for_each(|field| check_required(*field, &incoming))?;
    Ok(incoming)
}

fn check_required(field: Required, incoming: &Incoming) -> Result<(), String> {
    let (there, name) = match field {
        Required::ExternalNo => (incoming.external_no.is_some(), "external_no"),
        Required::ReceivedAt => (incoming.received_at.is_some(), "received_at"),
        Required::Unit => (incoming.recorded.unit.is_some(), "unit"),
    };
    if there {
        return Ok(());
    }
    match incoming.notes.iter().find(|note| note.starts_with(name)) {
        Some(note) => Err(note.clone()),
        None => Err(format!("{name} is required and missing")),
    }
}

/// One record being read.
struct Reading<'r> {
    mapping: &'r Mapping,
    source: &'r Source,
    record: &'r Record,
    notes: Vec<String>,
}

impl Reading<'_> {
    /// Title and body; each stands in for the other where one is empty.
    fn texts(&mut self) -> Result<(String, String), String> {
        let fields = &self.source.fields;
        let title = self.checked("title", &fields.title)?;
        let body = self.checked("body", &fields.body)?;
        match (title, body) {
            (Some(title), Some(body)) => Ok((title, body)),
            (None, Some(body)) => Ok((text::headline(&body).to_owned(), body)),
            (Some(title), None) => Ok((title.clone(), title)),
            (None, None) => Err("no text: neither title nor body".into()),
        }
    }

    /// A text; rejects what is too long or mostly undecodable, notes single characters that are lost.
    fn checked(&mut self, name: &str, expr: &Option<Expr>) -> Result<Option<String>, String> {
        let Some(text) = self.text(expr) else { return Ok(None) };
        if text.len() > TEXT_LIMIT && text.chars().count() > TEXT_LIMIT {
            return Err(format!("too long: {name} has more than {TEXT_LIMIT} characters"));
        }
        let lost = text::unreadable(&text);
        if lost * 10 > text.chars().count() {
            return Err(format!("unreadable: {lost} characters of {name} are not in the file's encoding"));
        }
        if lost > 0 {
            self.notes.push(format!("{name}: {lost} characters could not be read"));
        }
        Ok(Some(text))
    }

    fn recorded(&mut self, received: Option<Timestamp>) -> Result<Recorded, String> {
        let fields = &self.source.fields;
        let values = &self.mapping.spec.values;
        let reply = self.checked("reply", &fields.reply)?;
        let replied = self.time("replied_at", &fields.replied_at);
        let replied = replied.or_else(|| self.days_after(received, &fields.replied_days));
        let closed = self.time("closed_at", &fields.closed_at);
        let closed = closed.or_else(|| self.days_after(received, &fields.closed_days));
        let due = self.time("due_at", &fields.due_at);
        let open = self.truth(&fields.open, &values.open).unwrap_or(closed.is_none());
        let closed = self.unless_open(open, closed);
        Ok(Recorded {
            unit: self.translated(&fields.unit, &values.unit),
            earlier_units: self.all(&fields.earlier_units),
            reply,
            open,
            replied_at: self.not_before("replied_at", replied, received),
            closed_at: self.not_before("closed_at", closed, received),
            due_at: self.not_before("due_at", due, received),
            reassigned: self.count(&fields.reassigned),
            status: self.translated(&fields.status, &values.status),
            satisfaction: self.satisfaction(),
            conclusion: self.translated(&fields.conclusion, &values.conclusion),
        })
    }

    /// An order that was opened again keeps its old closing time in many systems.
    fn unless_open(&mut self, open: bool, closed: Option<Timestamp>) -> Option<Timestamp> {
        let kept = closed.filter(|_| !open);
        if let (Some(closed), None) = (closed, kept) {
            self.notes.push(format!("closed_at {closed} of an order that is open: left out"));
        }
        kept
    }

    /// Systems that close in bulk write times before the order came in: the row stays, the time goes.
    fn not_before(
        &mut self,
        name: &str,
        time: Option<Timestamp>,
        received: Option<Timestamp>,
    ) -> Option<Timestamp> {
        match (time, received) {
            (Some(time), Some(received)) if time < received => {
                self.notes.push(format!("{name} {time} lies before received_at {received}: left out"));
                None
            }
            _ => time,
        }
    }

    /// The first alternative that can be read in one of the source's ways.
    fn time(&mut self, name: &str, expr: &Option<Expr>) -> Option<Timestamp> {
        let mut unread = None;
        for part in expr.as_ref()?.alternatives() {
            let Some(text) = part.text(self.record) else { continue };
            let formats = self.mapping.dates(self.source).iter();
            if let Some(time) = formats.map(|f| f.read(&text, &self.mapping.zone)).find_map(|t| t) {
                return Some(time);
            }
            unread = unread.or_else(|| Some(text::cut(&text, 40).to_owned()));
        }
        if let Some(text) = unread {
            self.notes.push(format!("{name} \"{text}\" cannot be read as a time"));
        }
        None
    }

    fn days_after(&self, received: Option<Timestamp>, expr: &Option<Expr>) -> Option<Timestamp> {
        let days = self.get(expr).and_then(|text| text::number(&text))?;
        let seconds = (days * 86_400.0).round() as i64;
        received?.checked_add(SignedDuration::from_secs(seconds)).ok()
    }

    /// Both coordinates or neither; 0, 0 is how systems write "not known".
    fn point(&mut self) -> (Option<f64>, Option<f64>) {
        let fields = &self.source.fields;
        let (lat_text, lon_text) = (self.get(&fields.lat), self.get(&fields.lon));
        let (Some(lat_text), Some(lon_text)) = (lat_text, lon_text) else {
            return (None, None);
        };
        match (text::number(&lat_text), text::number(&lon_text)) {
            (Some(0.0), Some(0.0)) => (None, None),
            (Some(lat), Some(lon)) if lat.abs() <= 90.0 && lon.abs() <= 180.0 => (Some(lat), Some(lon)),
            _ => {
                let (lat, lon) = (text::cut(&lat_text, 40), text::cut(&lon_text, 40));
                let note = format!("lat \"{lat}\", lon \"{lon}\" is no point on the earth: left out");
                self.notes.push(note);
                (None, None)
            }
        }
    }

    fn get<'e>(&'e self, expr: &'e Option<Expr>) -> Option<Cow<'e, str>> {
        expr.as_ref()?.text(self.record)
    }

    fn text(&self, expr: &Option<Expr>) -> Option<String> {
        self.get(expr).map(Cow::into_owned)
    }

    fn all(&self, expr: &Option<Expr>) -> Vec<String> {
        expr.as_ref().map(|expr| expr.all(self.record)).unwrap_or_default()
    }

    /// The code for a word: by the table, by being a code itself, by the table's default, or `other`.
    fn code(&self, expr: &Option<Expr>, table: &ValueTable, known: &[&str]) -> String {
        let word = self.get(expr).unwrap_or_default();
        let itself = || known.contains(&word.as_ref()).then_some(word.as_ref());
        let code = table.exact(&word).or_else(itself).or_else(|| table.beginning(&word));
        code.unwrap_or("other").to_owned()
    }

    /// The word as the table has it, or as it is.
    fn translated(&self, expr: &Option<Expr>, table: &ValueTable) -> Option<String> {
        let word = self.get(expr)?;
        let other = table.exact(&word).or_else(|| table.beginning(&word));
        Some(other.unwrap_or(&word).to_owned())
    }

    fn truth(&self, expr: &Option<Expr>, table: &ValueTable) -> Option<bool> {
        self.translated(expr, table).map(|word| text::truth(&word))
    }

    fn count(&self, expr: &Option<Expr>) -> Option<u32> {
        let number = text::number(&self.get(expr)?)?;
        (0.0..=1_000_000.0).contains(&number).then_some(number as u32)
    }

    /// The lowest grade from 1 to 5 that was given; 0 and blanks are no grade.
    fn satisfaction(&self) -> Option<u8> {
        let table = &self.mapping.spec.values.satisfaction;
        let grade = |word: String| {
            let code = table.exact(&word).or_else(|| table.beginning(&word)).unwrap_or(&word);
            text::number(code).filter(|n| (1.0..=5.0).contains(n)).map(|n| n as u8)
        };
        self.all(&self.source.fields.satisfaction).into_iter().filter_map(grade).min()
    }

    /// Several numbers in one cell are told apart by commas, semicolons or white space.
    fn refs(&self) -> Vec<String> {
        let mut refs: Vec<String> = Vec::new();
        for text in self.all(&self.source.fields.refs) {
            let numbers = text.split(|c: char| c.is_whitespace() || ",;、，；".contains(c));
            for number in numbers.filter(|n| !n.is_empty()) {
                if !refs.iter().any(|known| known == number) {
                    refs.push(number.to_owned());
                }
            }
        }
        refs
    }
}
