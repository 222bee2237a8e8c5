//! The signatures: each is that of its entry, and what binds has one.

use std::collections::{BTreeMap, HashMap};

use super::Report;
use crate::blocks::{Block, Stored, rows};
use crate::engine::Conn;
use crate::error::Result;
use crate::keys::is_signed;
use crate::signatures::{binds, public_keys};

/// The signatures of a block.
pub(super) struct Signatures {
    found: BTreeMap<(i64, i64), (String, Vec<u8>)>,
    keys: HashMap<String, Vec<u8>>,
    /// Entries up to this position were written before there were any.
    signed_after: i64,
}

impl Signatures {
    pub fn read(conn: &mut Conn, block: Block) -> Result<Self> {
        let mut found = BTreeMap::new();
        for row in rows(conn, "order_id, seq, key_id, signature", "signatures", "order_id", block)? {
            let signature = (row.text(2)?.to_owned(), row.blob(3)?.to_vec());
            found.insert((row.int(0)?, row.int(1)?), signature);
        }
        let row = conn.first("SELECT value FROM meta WHERE name = 'signed_after'", &[])?;
        let signed_after = row.and_then(|row| row.text(0).ok()?.parse().ok()).unwrap_or(0);
        Ok(Self { found, keys: public_keys(conn)?, signed_after })
    }

    /// Takes an order's signatures out, and checks them.
    pub fn look_at(&mut self, entries: &[Stored], report: &mut Report) {
        for stored in entries {
            let what = match self.found.remove(&(stored.order, stored.seq)) {
                None if binds(&stored.act) && stored.pos > self.signed_after => "is not signed",
                None => continue,
                Some((key, signature)) => match self.keys.get(&key) {
                    None => "is signed with a key that is not known",
                    Some(public) if is_signed(public, &stored.hash, &signature) => continue,
                    Some(_) => "has a signature that is not its own",
                },
            };
            report.fault("signatures", stored.order, format!("entry {} {what}", stored.seq));
        }
    }

    /// What was not taken out belongs to nothing.
    pub fn look_at_rest(&self, report: &mut Report) {
        for (order, seq) in self.found.keys() {
            report.fault("signatures", *order, format!("entry {seq} is signed and is not there"));
        }
    }
}
