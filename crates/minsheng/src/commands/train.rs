//! `minsheng train`: models that propose the matter and the unit of an order,
//! learned from what people decided of those in the store. A new one takes the
//! place of the old one only when it is as good on the orders that came since
//! that was trained, which neither has seen.

use std::process::ExitCode;

use serde_json::{Value, json};
use store::{Filter, Listed, Sort, Store};
use text::{Example, Model};

use super::now;
use crate::output::{Watch, bar, columns, json_line};
use crate::settings::Settings;

/// So many orders are read at a time.
const BLOCK: usize = 500;

/// With fewer orders since the last training nobody can judge between the two.
const FEWEST: usize = 20;

/// What is proposed, and how an order tells what people settled on.
type LabelOf = fn(&Listed) -> Option<String>;
const KINDS: [(&str, LabelOf); 2] = [
    ("matter", |order| Some(order.matter.0.clone()).filter(|code| !code.is_empty())),
    ("unit", |order| order.unit.as_ref().map(|unit| unit.0.clone())),
];

/// Trains both, and says what came of it.
pub fn train(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let store = settings.store()?;
    let orders = read(&store)?;
    let mut told = serde_json::Map::new();
    let mut rows = Vec::new();
    for (kind, label) in KINDS {
        let outcome = one(&store, kind, &orders, label)?;
        let shown = ["examples", "top1", "top3", "coverage_at_95", "ece", "kept", "why"];
        let shown = shown.iter().map(|name| cell(&outcome[*name]));
        rows.push(std::iter::once(kind.to_owned()).chain(shown).collect());
        told.insert(kind.to_owned(), outcome);
    }
    columns(&["model", "examples", "top 1", "top 3", "at 95 %", "ece", "kept", "why"], &rows);
    println!("{} orders, {:.1} s", orders.len(), watch.seconds());
    told.insert("orders".to_owned(), orders.len().into());
    told.insert("seconds".to_owned(), json!(watch.seconds()));
    json_line(json, &Value::Object(told));
    Ok(ExitCode::SUCCESS)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => format!("{:.3}", number.as_f64().unwrap_or_default()),
        other => other.to_string(),
    }
}

/// An order with what its citizen told.
struct Told {
    order: Listed,
    story: String,
}

/// Every order whose words are still there, the oldest first.
fn read(store: &Store) -> anyhow::Result<Vec<Told>> {
    let filter = Filter::default();
    let bar = bar(store.count(&filter)?, "read");
    let mut orders = Vec::new();
    let mut after = None;
    loop {
        let page = store.list(&filter, Sort::Oldest, after, BLOCK)?;
        let ids: Vec<_> = page.orders.iter().map(|order| order.id).collect();
        let mut stories = store.told(&ids)?;
        bar.inc(page.orders.len() as u64);
        orders.extend(page.orders.into_iter().filter_map(|order| {
            let story = stories.remove(&order.id)?;
            Some(Told { order, story })
        }));
        after = page.next;
        if after.is_none() {
            bar.finish_and_clear();
            return Ok(orders);
        }
    }
}

fn examples<'a>(orders: impl IntoIterator<Item = &'a Told>, label: LabelOf) -> Vec<Example> {
    let example = |told: &Told| {
        let title = told.order.title.clone().unwrap_or_default();
        Some(Example { title, story: told.story.clone(), label: label(&told.order)? })
    };
    orders.into_iter().filter_map(example).collect()
}

/// Trains one model, and keeps it when it is as good as the one before.
fn one(store: &Store, kind: &str, orders: &[Told], label: LabelOf) -> anyhow::Result<Value> {
    let history = examples(orders, label);
    let refused = |why: String| Ok(json!({"examples": history.len(), "kept": false, "why": why}));
    // One that another version of the program wrote is no rival: it cannot be read any more.
    let before = store.newest_model(kind)?;
    let before = before.and_then(|kept| Some((kept.made_at, Model::from_bytes(&kept.bytes).ok()?)));
    if let Some((made_at, before)) = before {
        let is_new = |told: &&Told| told.order.registered_at > made_at;
        let newest = examples(orders.iter().filter(is_new), label);
        if newest.len() >= FEWEST {
            let candidate = match Model::train(&examples(orders.iter().filter(|told| !is_new(told)), label)) {
                Ok(candidate) => candidate,
                Err(why) => return refused(why.to_string()),
            };
            let (new, old) = (right(&candidate, &newest), right(&before, &newest));
            if new < old {
                let all = newest.len();
                return refused(format!(
                    "right on {new} of the {all} newest orders, the one in use on {old}"
                ));
            }
        }
    }
    let model = match Model::train(&history) {
        Ok(model) => model,
        Err(why) => return refused(why.to_string()),
    };
    let mut outcome = serde_json::to_value(model.figures())?;
    let no = store.put_model(kind, now(), outcome.to_string(), model.to_bytes())?;
    outcome["no"] = no.into();
    outcome["kept"] = true.into();
    Ok(outcome)
}

/// Of how many of these its first proposal is right.
fn right(model: &Model, examples: &[Example]) -> usize {
    let is_right = |one: &&Example| {
        model.rank(&one.title, &one.story).first().is_some_and(|(label, _)| *label == one.label)
    };
    examples.iter().filter(is_right).count()
}
