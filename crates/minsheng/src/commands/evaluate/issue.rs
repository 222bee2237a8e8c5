//! How well appeals about one thing are brought together, as they come in.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use anyhow::bail;
use serde::Deserialize;
use text::hot::{Heard, HotStream};
use text::measure::interval;

use super::rows::read;
use super::table::Measured;
use crate::output::Watch;

/// An appeal.
#[derive(Deserialize)]
struct Row {
    msg_id: u64,
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
    time: jiff::civil::DateTime,
}

/// Appeals that are one issue.
#[derive(Deserialize)]
struct Issue {
    msg_ids: Vec<u64>,
}

/// Whether two appeals are one issue; null where nobody can tell.
#[derive(Deserialize)]
struct Pair {
    a: u64,
    b: u64,
    label: Option<u8>,
}

/// Hears the appeals in the order of their times, and measures the groups.
pub fn measure(data: &Path, gold: &Path, pairs: &Path) -> anyhow::Result<Measured> {
    let (mut rows, broken) = read::<Row>(data)?;
    let (gold, broken_gold) = read::<Issue>(gold)?;
    let (pairs, broken_pairs) = read::<Pair>(pairs)?;
    rows.sort_by_key(|row| (row.time, row.msg_id));
    let watch = Watch::start();
    let mut stream = HotStream::new();
    for row in &rows {
        stream.hear(&heard(row));
    }
    let millis = watch.seconds() * 1e3 / rows.len() as f64;
    let group_of: HashMap<u64, u32> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((row.msg_id, stream.group_of(index)?)))
        .collect();
    let issues: Vec<f64> = gold.iter().filter_map(|issue| issue_f1(&issue.msg_ids, &group_of)).collect();
    let judged: Vec<(bool, bool)> = pairs.iter().filter_map(|pair| judged(pair, &group_of)).collect();
    if issues.is_empty() || judged.is_empty() {
        bail!("neither issues nor pairs name appeals of {}", data.display());
    }
    let mut measured = Measured::default();
    measured.count("rows", rows.len());
    measured.count("rows_broken", broken + broken_gold + broken_pairs);
    measured.count("issues", issues.len());
    measured.count("pairs", judged.len());
    let mean = |scores: &[f64]| scores.iter().sum::<f64>() / scores.len() as f64;
    measured.figure("macro_issue_f1", mean(&issues), Some(interval(&issues, mean)));
    measured.figure("pair_f1", pair_f1(&judged), Some(interval(&judged, pair_f1)));
    measured.figure("millis_per_item", millis, None);
    Ok(measured)
}

fn heard(row: &Row) -> Heard<'_> {
    let at = row.time.to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |time| time.timestamp().as_second());
    Heard { id: row.msg_id, title: &row.title, story: &row.body, at, caller: None, place: "" }
}

/// How well the group that fits an issue best does fit it (harmonic mean of
/// precision and recall); none when none of its appeals is in the data.
fn issue_f1(issue: &[u64], group_of: &HashMap<u64, u32>) -> Option<f64> {
    let issue: HashSet<u64> = issue.iter().copied().filter(|id| group_of.contains_key(id)).collect();
    let groups: HashSet<u32> = issue.iter().map(|id| group_of[id]).collect();
    let fits = groups.into_iter().map(|group| {
        let size = group_of.values().filter(|other| **other == group).count();
        let common = issue.iter().filter(|id| group_of[id] == group).count();
        2.0 * common as f64 / (size + issue.len()) as f64
    });
    fits.max_by(f64::total_cmp)
}

/// Whether a pair is one issue, and whether it was brought together.
fn judged(pair: &Pair, group_of: &HashMap<u64, u32>) -> Option<(bool, bool)> {
    Some((pair.label? == 1, group_of.get(&pair.a)? == group_of.get(&pair.b)?))
}

fn pair_f1(judged: &[(bool, bool)]) -> f64 {
    let count = |which: fn(&(bool, bool)) -> bool| judged.iter().filter(|pair| which(pair)).count() as f64;
    let (truly, together) = (count(|pair| pair.0), count(|pair| pair.1));
    2.0 * count(|pair| pair.0 && pair.1) / (truly + together).max(1.0)
}
