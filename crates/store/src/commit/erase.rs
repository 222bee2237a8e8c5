//! Erasure: a text loses its body and its salt, a citizen all but the
//! number. What the journal says of them stays, and still verifies.

use super::prepare::Erasure;
use crate::engine::Conn;
use crate::error::Result;
use crate::search;

const TEXT: &str = "UPDATE texts SET salt = NULL, body = NULL, erased_at = $3 WHERE order_id = $1 AND hash = $2 AND erased_at IS NULL";

const CITIZEN: &str = "UPDATE citizens SET sealed = NULL, phone_hash = NULL, key_id = '', erased_at = $2 WHERE id = $1 AND erased_at IS NULL";

/// Erases within the transaction of the act that says so.
pub(super) fn erase(conn: &mut Conn, erasure: &Erasure) -> Result<()> {
    for hash in &erasure.texts {
        conn.execute(TEXT, &[erasure.order.0.into(), hash.as_str().into(), erasure.at.into()])?;
    }
    if !erasure.texts.is_empty() {
        search::write_anew(conn, erasure.order)?;
    }
    for citizen in &erasure.citizens {
        conn.execute(CITIZEN, &[(*citizen).into(), erasure.at.into()])?;
    }
    Ok(())
}
