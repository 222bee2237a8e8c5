//! Receipts: what a citizen takes home, and can hold against the published
//! roots.

use domain::ids::OrderId;
use serde::{Deserialize, Serialize};

use super::merkle;
use super::seal::{Seal, seals};
use crate::engine::Conn;
use crate::error::Result;
use crate::hash::{Hash, hex, unhex};
use crate::keys::IndexKey;

/// The citizen's receipt. Hashes are hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The order's number.
    pub number: String,
    /// The code with which the citizen asks after it.
    pub code: String,
    /// The hash of the entry that registered it.
    pub entry: String,
    /// The proof that the entry lies under a seal; none as long as it does
    /// not.
    pub sealed: Option<Proof>,
}

/// The way from an entry to the root of its seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The seal's number.
    pub seal: i64,
    /// Its root, as published.
    pub root: String,
    /// The position of the entry's leaf.
    pub leaf: u64,
    /// How many leaves the tree has.
    pub leaves: u64,
    /// The hashes beside the way, from below.
    pub path: Vec<String>,
}

impl Proof {
    /// Whether the way leads from the entry to the root.
    pub fn holds_for(&self, entry: &str) -> bool {
        let path: Option<Vec<Hash>> = self.path.iter().map(|hash| parse(hash)).collect();
        let climbed = parse(entry)
            .zip(path)
            .and_then(|(entry, path)| merkle::climb(&entry, self.leaf, self.leaves, &path));
        climbed.is_some_and(|root| hex(&root) == self.root)
    }
}

fn parse(hash: &str) -> Option<Hash> {
    unhex(hash)?.try_into().ok()
}

/// The receipt for an order; none when there is no such order.
pub(crate) fn receipt(conn: &mut Conn, key: IndexKey, order: OrderId) -> Result<Option<Receipt>> {
    let sql = "SELECT o.number, j.pos, j.hash FROM orders o JOIN journal j ON j.order_id = o.id AND j.seq = 1 \
               WHERE o.id = $1";
    let Some(row) = conn.first(sql, &[order.0.into()])? else { return Ok(None) };
    let (number, pos, hash) = (row.text(0)?.to_owned(), row.int(1)?, row.hash(2)?);
    let seal = seals(conn)?.into_iter().find(|seal| seal.from_pos <= pos && pos <= seal.to_pos);
    let sealed = seal.map(|seal| prove(conn, &seal, pos)).transpose()?;
    Ok(Some(Receipt { code: key.query_code(&number), number, entry: hex(&hash), sealed }))
}

fn prove(conn: &mut Conn, seal: &Seal, pos: i64) -> Result<Proof> {
    let sql = "SELECT pos, hash FROM journal WHERE pos >= $1 AND pos <= $2 ORDER BY pos";
    let mut leaves = vec![seal.prev_root];
    let mut leaf = 0;
    conn.each(sql, &[seal.from_pos.into(), seal.to_pos.into()], &mut |row| {
        if row.int(0)? == pos {
            leaf = leaves.len();
        }
        leaves.push(row.hash(1)?);
        Ok(())
    })?;
    Ok(Proof {
        seal: seal.no,
        root: hex(&seal.root),
        leaf: leaf as u64,
        leaves: leaves.len() as u64,
        path: merkle::path(&leaves, leaf).iter().map(|hash| hex(hash)).collect(),
    })
}

/// Whether a receipt is one of this store's and still true: its code, its
/// entry in the journal, and the way to a seal that is here.
pub(crate) fn check(conn: &mut Conn, key: IndexKey, receipt: &Receipt) -> Result<bool> {
    let sql =
        "SELECT j.hash FROM orders o JOIN journal j ON j.order_id = o.id AND j.seq = 1 WHERE o.number = $1";
    let row = conn.first(sql, &[receipt.number.as_str().into()])?;
    let here = row.is_some_and(|row| row.hash(0).is_ok_and(|hash| hex(&hash) == receipt.entry));
    let sealed = match &receipt.sealed {
        None => true,
        Some(proof) => {
            let known =
                seals(conn)?.into_iter().any(|seal| seal.no == proof.seal && hex(&seal.root) == proof.root);
            known && proof.holds_for(&receipt.entry)
        }
    };
    Ok(here && sealed && receipt.code == key.query_code(&receipt.number))
}
