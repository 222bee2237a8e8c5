//! Calls, as the switch tells of them: so that the screen shows who calls, and
//! a number is called only through the platform, with a reason.

use domain::Moment;
use domain::ids::{CitizenId, OrderId};

use crate::engine::{Conn, Engine, Row, Value};
use crate::error::{Result, StoreError};
use crate::hash::hex;
use crate::keys::{Keyring, Sealed, bound_to};
use crate::schema;

/// Any number will do; it must only be the same in every process.
const EVENTS_LOCK: &str = "SELECT pg_advisory_xact_lock(20250712346)";

/// The source of calls that the platform itself begins.
pub const PLATFORM: &str = "platform";

/// What a switch tells of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallEvent {
    /// Which switch.
    pub source: String,
    /// What the call is called there.
    pub external: String,
    /// What happened: `ringing`, `answered`, `ended`, `recorded`.
    pub event: String,
    /// When.
    pub at: Moment,
    /// The other side's number, where it is known.
    pub phone: Option<String>,
    /// Who took it, where it is known.
    pub login: Option<String>,
    /// Where the recording lies.
    pub recording: Option<String>,
}

/// A call that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCallOut {
    /// Who calls.
    pub login: String,
    /// Because of which order.
    pub order: OrderId,
    /// Whom.
    pub citizen: CitizenId,
    /// Why.
    pub reason: String,
    /// When it was asked for.
    pub at: Moment,
    /// Its name among the platform's calls: asked for again under the same
    /// name it is the same call.
    pub external: String,
    /// The kind of job that has the call made; none when whoever asks dials.
    pub job: Option<String>,
}

/// A call. Its number is asked for apart: [`crate::Store::call_phone`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its number.
    pub id: i64,
    /// Which switch told of it, or [`PLATFORM`].
    pub source: String,
    /// What it is called there.
    pub external: String,
    /// `in` or `out`.
    pub direction: String,
    /// `asked` (out, not yet begun), `ringing`, `answered` or `ended`.
    pub state: String,
    /// Who is on the other side, once somebody said so.
    pub citizen: Option<CitizenId>,
    /// Who took or made it; empty before.
    pub login: String,
    /// Because of which order.
    pub order: Option<OrderId>,
    /// Why it was made.
    pub reason: String,
    /// When it began.
    pub started_at: Moment,
    /// When it was taken.
    pub answered_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// Where the recording lies.
    pub recording: Option<String>,
}

const COLUMNS: &str = "c.id, c.source, c.external, c.direction, c.state, c.citizen_id, c.login, c.order_id, \
    c.reason, c.started_at, c.answered_at, c.ended_at, c.recording";

/// The telephone numbers, bound to the names of their calls.
pub(crate) static SEALED: Sealed = Sealed {
    table: "calls",
    column: "phone",
    key_column: "key_id",
    names: &["source", "external"],
    bound_to: |names| bound_to("call", names),
};

/// Notes what a switch tells; the same event of the same call changes nothing
/// when it is told again, and one that comes late does not turn the call back.
pub(crate) fn note(conn: &mut Conn, ring: &Keyring, event: &CallEvent) -> Result<Call> {
    if conn.engine() == Engine::Postgres {
        // One after the other, so that positions become visible as they rise.
        conn.script(EVENTS_LOCK)?;
    }
    let names: [Value; 2] = [event.source.as_str().into(), event.external.as_str().into()];
    let id = begin(conn, &names, "in", event.at)?;
    let sql = "INSERT INTO call_events (call_id, event, at) VALUES ($1, $2, $3) \
               ON CONFLICT (call_id, event) DO NOTHING";
    let is_new = conn.execute(sql, &[id.into(), event.event.as_str().into(), event.at.into()])? == 1;
    if is_new {
        advance(conn, id, event)?;
        if let Some(phone) = event.phone.as_ref().filter(|phone| !phone.is_empty()) {
            let (sealed, key_id) = SEALED.seal(ring, &names, phone.as_bytes());
            let sql =
                "UPDATE calls SET phone = $2, key_id = $3, phone_hash = $4 WHERE id = $1 AND phone IS NULL";
            conn.execute(sql, &[id.into(), sealed, key_id, ring.index().phone(phone).into()])?;
        }
    }
    by_id(conn, id)?.ok_or_else(|| missing(id))
}

/// The number of the call of that name, which is made when it is not there.
/// Others who tell of it wait until this transaction ends.
fn begin(conn: &mut Conn, names: &[Value; 2], direction: &str, at: Moment) -> Result<i64> {
    let sql = "INSERT INTO calls (source, external, direction, state, key_id, login, reason, started_at, changed_at) \
               VALUES ($1, $2, $3, 'asked', '', '', '', $4, $4) \
               ON CONFLICT (source, external) DO UPDATE SET changed_at = excluded.changed_at RETURNING id";
    let [source, external] = names.clone();
    let row = conn.first(sql, &[source, external, direction.into(), at.into()])?;
    row.map_or_else(|| Err(missing(0)), |row| row.int(0))
}

fn advance(conn: &mut Conn, id: i64, event: &CallEvent) -> Result<()> {
    let moment = match event.event.as_str() {
        "ringing" => "started_at",
        "answered" => "answered_at",
        "ended" => "ended_at",
        _ => "changed_at",
    };
    let sql = format!(
        "UPDATE calls SET {moment} = $2, recording = COALESCE($3, recording), \
         login = CASE WHEN login = '' THEN $4 ELSE login END WHERE id = $1"
    );
    let login = event.login.as_deref().unwrap_or_default();
    conn.execute(&sql, &[id.into(), event.at.into(), event.recording.clone().into(), login.into()])?;
    let state = "UPDATE calls SET state = CASE WHEN ended_at IS NOT NULL THEN 'ended' \
                 WHEN answered_at IS NOT NULL THEN 'answered' ELSE 'ringing' END WHERE id = $1";
    conn.execute(state, &[id.into()]).map(|_| ())
}

/// Makes a call that is to be begun; the same one when it was asked for
/// before.
pub(crate) fn new_out(conn: &mut Conn, new: &NewCallOut) -> Result<Call> {
    let external =
        if new.external.is_empty() { hex(&rand::random::<[u8; 16]>()) } else { new.external.clone() };
    let id = begin(conn, &[PLATFORM.into(), external.into()], "out", new.at)?;
    let sql = "UPDATE calls SET login = $2, order_id = $3, citizen_id = $4, reason = $5 \
               WHERE id = $1 AND login = ''";
    let values: [Value; 5] = [
        id.into(),
        new.login.as_str().into(),
        new.order.0.into(),
        new.citizen.0.into(),
        new.reason.as_str().into(),
    ];
    let is_new = conn.execute(sql, &values)? == 1;
    if let Some(kind) = new.job.as_deref().filter(|_| is_new) {
        let row = vec![
            kind.into(),
            new.order.0.into(),
            // No entry of the order's journal: its number tells it from others.
            0_i64.into(),
            id.to_string().into(),
            new.at.into(),
            format!("{{\"call\":{id}}}").into(),
            0_i64.into(),
            Value::Null,
            Value::Null,
        ];
        conn.write(&schema::JOBS, &[row])?;
    }
    by_id(conn, id)?.ok_or_else(|| missing(id))
}

/// Says because of which order a call is, and who is on the other side; what
/// is none stays as it is.
pub(crate) fn link(
    conn: &mut Conn,
    id: i64,
    order: Option<OrderId>,
    citizen: Option<CitizenId>,
) -> Result<bool> {
    let sql = "UPDATE calls SET order_id = COALESCE($2, order_id), citizen_id = COALESCE($3, citizen_id) \
               WHERE id = $1";
    let values: [Value; 3] =
        [id.into(), order.map(|order| order.0).into(), citizen.map(|citizen| citizen.0).into()];
    Ok(conn.execute(sql, &values)? == 1)
}

/// A call by its number.
pub(crate) fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Call>> {
    let sql = format!("SELECT {COLUMNS} FROM calls AS c WHERE c.id = $1");
    conn.first(&sql, &[id.into()])?.as_ref().map(read).transpose()
}

/// The calls because of an order, oldest first.
pub(crate) fn of_order(conn: &mut Conn, order: OrderId) -> Result<Vec<Call>> {
    let sql = format!("SELECT {COLUMNS} FROM calls AS c WHERE c.order_id = $1 ORDER BY c.id");
    conn.query(&sql, &[order.0.into()])?.iter().map(read).collect()
}

/// The calls that meet a condition.
pub(crate) fn find(conn: &mut Conn, condition: &str, values: &[Value]) -> Result<Vec<Call>> {
    let sql = format!("SELECT {COLUMNS} FROM calls AS c {condition}");
    conn.query(&sql, values)?.iter().map(read).collect()
}

/// The other side's number, when it is known.
pub(crate) fn phone(conn: &mut Conn, ring: &Keyring, id: i64) -> Result<Option<String>> {
    let sql = "SELECT phone, key_id, source, external FROM calls WHERE id = $1 AND phone IS NOT NULL";
    let Some(row) = conn.first(sql, &[id.into()])? else { return Ok(None) };
    let phone = SEALED.open(ring, &row.0[2..], row.text(1)?, row.blob(0)?)?;
    Ok(Some(String::from_utf8_lossy(&phone).into_owned()))
}

/// The position of the last event of a call.
pub(crate) fn last_event(conn: &mut Conn) -> Result<i64> {
    let row = conn.first("SELECT MAX(pos) FROM call_events", &[])?;
    Ok(row.map_or(Ok(None), |row| row.maybe_int(0))?.unwrap_or(0))
}

/// The events of calls behind a position, each with its call as it is now.
pub(crate) fn events_after(conn: &mut Conn, pos: i64, most: usize) -> Result<Vec<(i64, Call, String)>> {
    let sql = format!(
        "SELECT {COLUMNS}, e.pos, e.event FROM call_events AS e JOIN calls AS c ON c.id = e.call_id \
         WHERE e.pos > $1 ORDER BY e.pos LIMIT $2"
    );
    let rows = conn.query(&sql, &[pos.into(), most.into()])?;
    rows.iter().map(|row| Ok((row.int(13)?, read(row)?, row.text(14)?.to_owned()))).collect()
}

fn read(row: &Row) -> Result<Call> {
    Ok(Call {
        id: row.int(0)?,
        source: row.text(1)?.to_owned(),
        external: row.text(2)?.to_owned(),
        direction: row.text(3)?.to_owned(),
        state: row.text(4)?.to_owned(),
        citizen: row.maybe_int(5)?.map(CitizenId),
        login: row.text(6)?.to_owned(),
        order: row.maybe_int(7)?.map(OrderId),
        reason: row.text(8)?.to_owned(),
        started_at: Moment(row.int(9)?),
        answered_at: row.maybe_int(10)?.map(Moment),
        ended_at: row.maybe_int(11)?.map(Moment),
        recording: row.maybe_text(12)?.map(str::to_owned),
    })
}

fn missing(id: i64) -> StoreError {
    StoreError::Damaged { place: format!("calls, {id}"), what: "it was just written and is gone".into() }
}
