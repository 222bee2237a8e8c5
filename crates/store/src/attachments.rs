//! Attachments: what is known of the files that came with an order. Each file
//! is encrypted with a key of its own, which lies here, sealed: when it is
//! erased, every copy of the file is lost.

use domain::Moment;
use domain::ids::OrderId;

use crate::engine::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::keys::{Keyring, Sealed, bound_to};

/// A file on its way into the store.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// SM3 of its bytes, in hexadecimal.
    pub hash: String,
    /// What it is: `photo`, `audio`, `document`.
    pub kind: String,
    /// Its media type, as found by looking at its bytes.
    pub media_type: String,
    /// How long it is.
    pub bytes: u64,
    /// When it was made, where the device said so.
    pub taken_at: Option<Moment>,
    /// Where it was made: millionths of a degree north and east (WGS 84).
    pub position: Option<(i32, i32)>,
    /// The key that its bytes are encrypted with.
    pub key: [u8; 16],
}

impl std::fmt::Debug for NewAttachment {
    /// Without the key: it belongs into no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewAttachment {{ hash: {}, media_type: {} }}", self.hash, self.media_type)
    }
}

/// A file of an order.
#[derive(Clone, PartialEq, Eq)]
#[allow(missing_docs)] // The fields of `NewAttachment` mean the same here.
pub struct Attachment {
    pub hash: String,
    pub kind: String,
    pub media_type: String,
    pub bytes: u64,
    pub taken_at: Option<Moment>,
    pub position: Option<(i32, i32)>,
    /// When it came.
    pub added_at: Moment,
    /// When it was erased.
    pub erased_at: Option<Moment>,
    /// The key that its bytes are encrypted with; none once it was erased.
    pub key: Option<[u8; 16]>,
}

impl std::fmt::Debug for Attachment {
    /// Without the key: it belongs into no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Attachment { hash, media_type, erased_at, .. } = self;
        write!(f, "Attachment {{ hash: {hash}, media_type: {media_type}, erased_at: {erased_at:?} }}")
    }
}

/// The keys of the files, bound to the hashes of their bytes.
pub(crate) static SEALED: Sealed = Sealed {
    table: "attachments",
    column: "wrapped",
    key_column: "key_id",
    names: &["order_id", "hash"],
    bound_to: |names| bound_to("file", &names[1..]),
};

/// An attachment's row, in the order of [`crate::schema::ATTACHMENTS`].
pub(crate) fn row(order: OrderId, new: NewAttachment, ring: &Keyring, now: Moment) -> Vec<Value> {
    let names: [Value; 2] = [order.0.into(), new.hash.into()];
    let (wrapped, key_id) = SEALED.seal(ring, &names, &new.key);
    let [order, hash] = names;
    let position = new.position.unzip();
    vec![
        order,
        hash,
        new.kind.into(),
        new.media_type.into(),
        i64::try_from(new.bytes).unwrap_or(i64::MAX).into(),
        new.taken_at.into(),
        position.0.map(i64::from).into(),
        position.1.map(i64::from).into(),
        wrapped,
        key_id,
        now.into(),
        Value::Null,
    ]
}

/// The attachments of an order, or the one with a hash, first come first.
pub(crate) fn of_order(
    conn: &mut Conn,
    ring: &Keyring,
    order: OrderId,
    hash: Option<&str>,
) -> Result<Vec<Attachment>> {
    let sql = format!(
        "SELECT hash, kind, media_type, bytes, taken_at, lat_e6, lon_e6, wrapped, key_id, added_at, erased_at \
         FROM attachments WHERE order_id = $1 {} ORDER BY added_at, hash",
        hash.map_or("", |_| "AND hash = $2")
    );
    let mut values: Vec<Value> = vec![order.0.into()];
    values.extend(hash.map(Value::from));
    conn.query(&sql, &values)?.iter().map(|row| read(row, ring, order)).collect()
}

fn read(row: &Row, ring: &Keyring, order: OrderId) -> Result<Attachment> {
    let hash = row.text(0)?.to_owned();
    let mut key = None;
    if let Some(wrapped) = row.maybe_blob(7)? {
        let names: [Value; 2] = [order.0.into(), hash.as_str().into()];
        let opened = SEALED.open(ring, &names, row.text(8)?, wrapped)?;
        key = Some(opened.try_into().map_err(|_| StoreError::Damaged {
            place: format!("attachments, {}, {hash}", order.0),
            what: "its key has not 16 bytes".into(),
        })?);
    }
    let degrees = |at| Ok(row.maybe_int(at)?.and_then(|degrees| i32::try_from(degrees).ok()));
    Ok(Attachment {
        kind: row.text(1)?.to_owned(),
        media_type: row.text(2)?.to_owned(),
        bytes: row.int(3)?.unsigned_abs(),
        taken_at: row.maybe_int(4)?.map(Moment),
        position: degrees(5)?.zip(degrees(6)?),
        added_at: Moment(row.int(9)?),
        erased_at: row.maybe_int(10)?.map(Moment),
        key,
        hash,
    })
}
