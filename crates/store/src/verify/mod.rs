//! Verifying: everything that the store can know to be so is computed anew
//! and compared. Nothing is changed.

mod chain;
mod computed;
mod report;
mod signatures;
mod texts;

use std::sync::Mutex;

use jiff::tz::TimeZone;

pub use report::{Fault, Report};

use crate::blocks::{Block, block_from, fold, journal};
use crate::city;
use crate::engine::{Conn, Pool};
use crate::error::Result;
use crate::figures::{self, Figures, Held};
use crate::seals;

/// How many blocks are looked at side by side.
const THREADS: usize = 2;

/// Verifies the whole store. `progress` is told how many orders have been
/// looked at.
pub(crate) fn verify(pool: &Pool, progress: &(dyn Fn(u64) + Sync)) -> Result<Report> {
    // What was counted when the look began: what is written meanwhile is left
    // out on both sides.
    let (held, zone) =
        pool.read(|conn| conn.snapshot(|conn| Ok((Held::read(conn)?, figures::zone(conn)?))))?;
    let zone = zone.unwrap_or(TimeZone::UTC);
    let counted = Mutex::new(Figures::default());
    let next = Mutex::new(i64::MIN);
    let report = Mutex::new(Report::default());
    let look = || -> Result<()> {
        while let Some(block) = take(pool, &next)? {
            let (found, figures) =
                pool.read(|conn| conn.snapshot(|conn| look_at(conn, block, &zone, held.up_to)))?;
            counted.lock().unwrap_or_else(|poison| poison.into_inner()).extend(&figures);
            let mut report = report.lock().unwrap_or_else(|poison| poison.into_inner());
            report.add(found);
            progress(report.orders);
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..THREADS).map(|_| scope.spawn(look)).collect();
        let own = look();
        others
            .into_iter()
            .try_for_each(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))?;
        own
    })?;
    let mut report = report.into_inner().unwrap_or_else(|poison| poison.into_inner());
    report.add(pool.read(|conn| {
        let mut seals = Report::default();
        conn.snapshot(|conn| look_at_seals(conn, &mut seals))?;
        Ok(seals)
    })?);
    let (_, changes) = pool.read(|conn| conn.snapshot(city::faults))?;
    let fault = |what| Fault { place: "city_changes".to_owned(), what };
    report.faults.extend(changes.into_iter().map(fault));
    if !held.unfinished {
        let counted = counted.into_inner().unwrap_or_else(|poison| poison.into_inner());
        let fault = |what| Fault { place: "figures".to_owned(), what };
        report.faults.extend(counted.compare(&held).into_iter().map(fault));
    }
    report.faults.sort();
    Ok(report)
}

fn take(pool: &Pool, next: &Mutex<i64>) -> Result<Option<Block>> {
    let mut next = next.lock().unwrap_or_else(|poison| poison.into_inner());
    let block = pool.read(|conn| block_from(conn, *next))?;
    *next = block.map_or(i64::MAX, |block| block.1);
    Ok(block)
}

fn look_at(conn: &mut Conn, block: Block, zone: &TimeZone, up_to: i64) -> Result<(Report, Figures)> {
    let mut report = Report::default();
    let mut figures = Figures::default();
    let entries = journal(conn, block)?;
    let mut texts = texts::Texts::read(conn, block)?;
    let mut signatures = signatures::Signatures::read(conn, block)?;
    let mut computed = computed::Computed::read(conn, block)?;
    report.entries = entries.len() as u64;
    report.texts = texts.len() as u64;
    for entries in entries.chunk_by(|one, next| one.order == next.order) {
        report.orders += 1;
        chain::look_at(entries, &mut report);
        texts.look_at(entries, &mut report);
        figures.note_entries(entries, zone, up_to);
        signatures.look_at(entries, &mut report);
        match fold(entries) {
            Some(folded) => computed.look_at(&folded, &mut report),
            None => report.fault("journal", entries[0].order, "its entries make no order"),
        }
    }
    texts.look_at_rest(conn, &mut report)?;
    computed.look_at_rest(&mut report);
    signatures.look_at_rest(&mut report);
    Ok((report, figures))
}

fn look_at_seals(conn: &mut Conn, report: &mut Report) -> Result<()> {
    let seals = seals::seals(conn)?;
    let mut before = None;
    for seal in &seals {
        for what in seals::faults(conn, before, seal)? {
            report.faults.push(Fault { place: format!("seals, {}", seal.no), what: what.into() });
        }
        before = Some(seal);
    }
    report.seals = seals.len() as u64;
    Ok(())
}
