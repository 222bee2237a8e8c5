//! The computed rows: each is what the journal makes of it, and there are no
//! others.

use std::collections::BTreeMap;

use super::Report;
use crate::blocks::{Block, COMPUTED, Folded, computed, rows};
use crate::engine::{Conn, Value};
use crate::error::Result;
use crate::table::Table;

/// The rows of a block, table by table, by their keys.
pub(super) struct Computed {
    tables: [BTreeMap<Vec<Value>, Vec<Value>>; COMPUTED.len()],
}

impl Computed {
    pub fn read(conn: &mut Conn, block: Block) -> Result<Self> {
        let mut tables: [BTreeMap<_, _>; COMPUTED.len()] = Default::default();
        for (table, found) in COMPUTED.iter().zip(&mut tables) {
            for row in rows(conn, &table.column_list(), table.name, table.keys[0], block)? {
                found.insert(key(table, &row.0), row.0);
            }
        }
        Ok(Self { tables })
    }

    /// Takes an order's rows out, and compares them.
    pub fn look_at(&mut self, folded: &Folded, report: &mut Report) {
        let order = folded.order.id.0;
        for ((table, found), expected) in COMPUTED.iter().zip(&mut self.tables).zip(computed(folded)) {
            for expected in expected {
                match found.remove(&key(table, &expected)) {
                    None => report.fault(table.name, order, format!("{} is missing", name(table, &expected))),
                    Some(row) => compare(table, order, &row, &expected, report),
                }
            }
        }
    }

    /// What was not taken out belongs to nothing.
    pub fn look_at_rest(&self, report: &mut Report) {
        for (table, rest) in COMPUTED.iter().zip(&self.tables) {
            for row in rest.values() {
                let order = if let Value::Int(order) = row[0] { order } else { 0 };
                report.fault(
                    table.name,
                    order,
                    format!("{} does not follow from the journal", name(table, row)),
                );
            }
        }
    }
}

fn compare(table: &Table, order: i64, row: &[Value], expected: &[Value], report: &mut Report) {
    for ((column, found), expected) in table.columns.iter().zip(row).zip(expected) {
        if found != expected {
            let name = name(table, row);
            let what = format!("{name}: `{}` is {found}, by the journal it is {expected}", column.0);
            report.fault(table.name, order, what);
        }
    }
}

fn key(table: &Table, row: &[Value]) -> Vec<Value> {
    table.key_positions().into_iter().map(|at| row[at].clone()).collect()
}

/// The row, as a reader finds it.
fn name(table: &Table, row: &[Value]) -> String {
    let keys = table.keys.iter().zip(key(table, row)).skip(1);
    let named: Vec<String> = keys.map(|(name, value)| format!("{name} {value}")).collect();
    if named.is_empty() { "the row".into() } else { format!("the row of {}", named.join(", ")) }
}
