//! How well a label (class, unit) is proposed for a text.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::{Map, Value};
use text::likeness::Past;
use text::measure::{self, interval};
use text::{Example, Model};

use super::rows::read;
use super::table::Measured;
use crate::output::Watch;

/// From this likeness on (of words, 0 to 1) a text is a near-copy of one that
/// was learned from.
const COPY: f32 = 0.8;

/// The precision of what is decided without people, and the share of the
/// surest that is looked at.
const PRECISION: f64 = 0.95;
const SUREST: f64 = 0.9;

/// Learns from one file, and measures on the other.
pub fn measure(train: &Path, test: &Path, label: &str, least: usize) -> anyhow::Result<Measured> {
    let (learned_from, broken) = read::<Map<String, Value>>(train)?;
    let (asked, broken_too) = read::<Map<String, Value>>(test)?;
    let learned_from = examples(&learned_from, label, train)?;
    let asked = examples(&asked, label, test)?;
    let (kept, known) = enough(&learned_from, &asked, least);
    let watch = Watch::start();
    let model = Model::train(&kept)?;
    let seconds = watch.seconds();
    let (within, rare): (Vec<&Example>, Vec<&Example>) =
        asked.iter().partition(|one| known.get(one.label.as_str()).is_some_and(|count| *count >= least));
    if within.is_empty() {
        bail!("no row of {} has a label with {least} rows", test.display());
    }
    let mut measured = Measured::default();
    measured.say(format!(
        "Learned from {} rows with {} labels in {seconds:.1} s; {} features, {} MB. Measured on {} rows.",
        kept.len(),
        model.labels().len(),
        model.figures().features,
        model.memory() >> 20,
        within.len(),
    ));
    measured.count("rows", within.len());
    measured.count("rows_of_rare_labels_left_out", rare.len());
    measured.count("rows_broken", broken + broken_too);
    let watch = Watch::start();
    let cases: Vec<Case> = within.iter().map(|one| Case::of(&model, one)).collect();
    let micros = watch.seconds() * 1e6 / cases.len() as f64;
    figures(&mut measured, &cases, "");
    let past = Past::of(kept.iter().map(|one| (one.title.as_str(), one.story.as_str())));
    let is_copy = |one: &Example| {
        past.alike(&one.title, &one.story, 1).first().is_some_and(|found| found.likeness >= COPY)
    };
    let fresh: Vec<Case> =
        cases.into_iter().zip(&within).filter(|(_, one)| !is_copy(one)).map(|(case, _)| case).collect();
    measured.count("rows_no_copies", fresh.len());
    if !fresh.is_empty() {
        figures(&mut measured, &fresh, "_no_copies");
    }
    measured.figure("micros_per_item", micros, None);
    measured.figure("seconds_to_train", seconds, None);
    Ok(measured)
}

/// Rows as examples; a row without the label's field is left out.
fn examples(rows: &[Map<String, Value>], label: &str, path: &Path) -> anyhow::Result<Vec<Example>> {
    let field =
        |row: &Map<String, Value>, name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
    let example = |row: &Map<String, Value>| {
        let story = field(row, "text").or_else(|| field(row, "body"))?;
        Some(Example { title: field(row, "title").unwrap_or_default(), story, label: field(row, label)? })
    };
    let examples: Vec<Example> = rows.iter().filter_map(example).collect();
    examples.first().with_context(|| format!("no row of {} has text and {label}", path.display()))?;
    Ok(examples)
}

/// The examples whose label has enough rows in both files together, and how
/// many rows each label has.
fn enough<'a>(
    learned_from: &'a [Example],
    asked: &'a [Example],
    least: usize,
) -> (Vec<Example>, HashMap<&'a str, usize>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for one in learned_from.iter().chain(asked) {
        *counts.entry(&one.label).or_default() += 1;
    }
    let kept = learned_from.iter().filter(|one| counts[one.label.as_str()] >= least).cloned().collect();
    (kept, counts)
}

/// One text that was asked about.
#[derive(Clone)]
struct Case {
    label: String,
    proposed: String,
    sure: f64,
    in_three: bool,
}

impl Case {
    fn of(model: &Model, one: &Example) -> Self {
        let ranked = model.rank(&one.title, &one.story);
        let (proposed, sure) = ranked[0];
        Self {
            label: one.label.clone(),
            proposed: proposed.to_owned(),
            sure: f64::from(sure),
            in_three: ranked.iter().take(3).any(|(label, _)| *label == one.label),
        }
    }

    fn right(&self) -> bool {
        self.label == self.proposed
    }
}

/// Every figure over the cases.
fn figures(measured: &mut Measured, cases: &[Case], slice: &str) {
    let cases: Vec<&Case> = cases.iter().collect();
    let share = |cases: &[&Case], right: fn(&Case) -> bool| {
        cases.iter().filter(|case| right(case)).count() as f64 / cases.len() as f64
    };
    let sure = |cases: &[&Case]| -> Vec<(f64, bool)> {
        cases.iter().map(|case| (case.sure, case.right())).collect()
    };
    let mut add = |name: &str, figure: &dyn Fn(&[&Case]) -> f64| {
        measured.figure(format!("{name}{slice}"), figure(&cases), Some(interval(&cases, figure)));
    };
    add("top1", &|cases| share(cases, Case::right));
    add("accuracy", &|cases| share(cases, Case::right));
    add("top3", &|cases| share(cases, |case| case.in_three));
    add("macro_f1", &|cases| {
        let pairs: Vec<(&str, &str)> =
            cases.iter().map(|case| (case.label.as_str(), case.proposed.as_str())).collect();
        measure::macro_f1(&pairs)
    });
    add("coverage_at_95", &|cases| measure::surest(&sure(cases), PRECISION).share);
    add("right_of_surest_90", &|cases| measure::precision_of_surest(&sure(cases), SUREST));
    add("ece", &|cases| measure::calibration_error(&sure(cases)));
}
