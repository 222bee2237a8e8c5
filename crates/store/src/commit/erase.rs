//! Erasure: a text loses its body and its salt; a citizen, once all of their
//! orders are erased, all but the number. What the journal says of them stays, and still verifies.

use super::prepare::Erasure;
use crate::engine::Conn;
use crate::error::Result;
use crate::search;

const TEXT: &str = "UPDATE texts SET salt = NULL, body = NULL, erased_at = $3 WHERE order_id = $1 AND hash = $2 AND erased_at IS NULL";

/// The files go with the texts: without their keys they are lost.
const FILES: &str = "UPDATE attachments SET wrapped = NULL, key_id = '', taken_at = NULL, lat_e6 = NULL, lon_e6 = NULL, erased_at = $2 WHERE order_id = $1 AND erased_at IS NULL";

/// Of two who erase the last two orders of a citizen at once, the second is to
/// see what the first did.
const LOCK: &str = "UPDATE citizens SET created_at = created_at WHERE id = $1";

/// Only once no order leads to the citizen any more.
const CITIZEN: &str = "UPDATE citizens SET sealed = NULL, phone_hash = NULL, key_id = '', erased_at = $2 WHERE id = $1 AND erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM appeals WHERE citizen_id = $1)";

/// With the citizen go the numbers of their calls.
const CALLS: &str = "UPDATE calls SET phone = NULL, phone_hash = NULL, key_id = '' WHERE citizen_id = $1";

/// Erases within the transaction of the act that says so.
pub(super) fn erase(conn: &mut Conn, erasure: &Erasure) -> Result<()> {
    for hash in &erasure.texts {
        conn.execute(TEXT, &[erasure.order.0.into(), hash.as_str().into(), erasure.at.into()])?;
    }
    if !erasure.texts.is_empty() {
        conn.execute(FILES, &[erasure.order.0.into(), erasure.at.into()])?;
        search::write_anew(conn, erasure.order)?;
    }
    for citizen in &erasure.citizens {
        conn.execute(LOCK, &[(*citizen).into()])?;
        if conn.execute(CITIZEN, &[(*citizen).into(), erasure.at.into()])? == 1 {
            conn.execute(CALLS, &[(*citizen).into()])?;
        }
    }
    Ok(())
}
