//! An order as lists show it.

use std::str::FromStr;

use domain::codes::{Channel, Kind, Level, UnknownCode};
use domain::ids::{MatterCode, OrderId, PlaceCode, UnitId};
use domain::order::Awaited;
use domain::{Ending, Moment, Stage};

use crate::commit::NEVER;
use crate::engine::{Row, misshapen};
use crate::error::Result;

/// The columns of [`Listed`], of the table `orders`.
pub(super) const COLUMNS: &str = "id, number, version, stage, outcome, kind, matter, place, level, unit, channel, \
    registered_at, changed_at, due_at, closed_at, returns, disputes, disputed, round, late, red, appeals, excluded, \
    holder, calls, reminders, supervisions, title";

/// An order as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // Each field is what the order's own of that name is.
pub struct Listed {
    pub id: OrderId,
    pub number: String,
    pub version: u32,
    pub stage: Stage,
    /// How it ended; none while it is open.
    pub outcome: Option<Ending>,
    pub kind: Kind,
    pub matter: MatterCode,
    pub place: PlaceCode,
    pub level: Level,
    /// The unit of the lead; none when there is none.
    pub unit: Option<UnitId>,
    pub channel: Channel,
    pub registered_at: Moment,
    pub changed_at: Moment,
    pub due_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    /// How often it was returned.
    pub returns: u32,
    /// How often it was quarrelled over.
    pub disputes: u32,
    /// Whether a quarrel is open.
    pub disputed: bool,
    pub round: u32,
    /// Clocks that are or were late.
    pub late: u32,
    /// Clocks with a red card.
    pub red: u32,
    pub appeals: u32,
    /// Whether it is left out of the scores.
    pub excluded: bool,
    /// The unit that holds the lead's part now; none when there is none.
    pub holder: Option<UnitId>,
    /// Attempts to call the citizens back, in this round.
    pub calls: u32,
    pub reminders: u32,
    pub supervisions: u32,
    /// What it waits for, what is due first first.
    pub awaiting: Vec<Awaited>,
    /// The title of the first appeal; none when it was erased. It is to be
    /// masked before anybody sees it.
    pub title: Option<String>,
}

impl Listed {
    /// Reads [`COLUMNS`], but for the title, whose text stands in the column
    /// after them.
    pub(super) fn read(row: &Row) -> Result<Self> {
        let unit = row.text(9)?;
        let outcome = row.text(4)?;
        let due = row.int(13)?;
        let holder = row.text(23)?;
        Ok(Self {
            id: OrderId(row.int(0)?),
            number: row.text(1)?.to_owned(),
            version: small(row, 2)?,
            stage: code(row, 3)?,
            outcome: (!outcome.is_empty()).then(|| outcome.parse().map_err(misshapen)).transpose()?,
            kind: code(row, 5)?,
            matter: row.text(6)?.into(),
            place: row.text(7)?.into(),
            level: level(row.int(8)?)?,
            unit: (!unit.is_empty()).then(|| unit.into()),
            channel: code(row, 10)?,
            registered_at: Moment(row.int(11)?),
            changed_at: Moment(row.int(12)?),
            due_at: (due != NEVER).then_some(Moment(due)),
            closed_at: row.maybe_int(14)?.map(Moment),
            returns: small(row, 15)?,
            disputes: small(row, 16)?,
            disputed: row.int(17)? != 0,
            round: small(row, 18)?,
            late: small(row, 19)?,
            red: small(row, 20)?,
            appeals: small(row, 21)?,
            excluded: row.int(22)? != 0,
            holder: (!holder.is_empty()).then(|| holder.into()),
            calls: small(row, 24)?,
            reminders: small(row, 25)?,
            supervisions: small(row, 26)?,
            awaiting: Vec::new(),
            title: row.maybe_text(28)?.map(str::to_owned),
        })
    }
}

/// Reads what an order waits for, behind the order's number.
pub(super) fn awaited(row: &Row) -> Result<Awaited> {
    let (unit, due) = (row.text(3)?, row.int(5)?);
    Ok(Awaited {
        what: code(row, 1)?,
        part: u16::try_from(row.int(2)?).map_err(misshapen)?,
        unit: (!unit.is_empty()).then(|| unit.into()),
        since: Moment(row.int(4)?),
        due: (due != NEVER).then_some(Moment(due)),
    })
}

fn small(row: &Row, at: usize) -> Result<u32> {
    u32::try_from(row.int(at)?).map_err(misshapen)
}

fn code<T: FromStr<Err = UnknownCode>>(row: &Row, at: usize) -> Result<T> {
    row.text(at)?.parse().map_err(misshapen)
}

fn level(rank: i64) -> Result<Level> {
    let level = usize::try_from(rank - 1).ok().and_then(|at| Level::ALL.get(at));
    level.copied().ok_or_else(|| misshapen(format_args!("{rank} is no level")))
}
