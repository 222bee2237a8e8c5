//! `minsheng export`: orders as other programs read them, without identities.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use domain::Moment;
use serde_json::{Value, json};
use store::{Filter, Listed, Sort, Store};

use crate::cli::ExportForm;
use crate::output::{Watch, bar, json_line};
use crate::settings::Settings;

/// So many orders are read at a time.
const PAGE: usize = 500;

const COLUMNS: &[&str] = &[
    "number",
    "stage",
    "outcome",
    "kind",
    "channel",
    "matter",
    "place",
    "level",
    "unit",
    "registered_at",
    "due_at",
    "closed_at",
    "returns",
    "disputes",
    "round",
    "late",
    "red",
    "appeals",
    "excluded",
    "title",
    "content",
    "reply",
];

/// Exports every order. The texts are as they were told: whoever exports
/// answers for what they reveal.
pub fn export(
    settings: &Settings,
    form: ExportForm,
    out: Option<&Path>,
    json: bool,
) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let store = settings.store()?;
    let bar = bar(store.count(&Filter::default())?, "export");
    let orders = match out {
        Some(path) => {
            let file = std::fs::File::create(path).with_context(|| path.display().to_string())?;
            write_all(&store, form, BufWriter::new(file), &|done| bar.set_position(done))?
        }
        None => {
            write_all(&store, form, BufWriter::new(std::io::stdout().lock()), &|done| bar.set_position(done))?
        }
    };
    bar.finish_and_clear();
    eprintln!("{orders} orders exported in {:.1} s", watch.seconds());
    json_line(json, &json!({"orders": orders, "seconds": watch.seconds()}));
    Ok(ExitCode::SUCCESS)
}

fn write_all(
    store: &Store,
    form: ExportForm,
    mut out: impl Write,
    progress: &dyn Fn(u64),
) -> anyhow::Result<u64> {
    let mut after = None;
    let mut orders = 0;
    if form == ExportForm::Csv {
        // Spreadsheets take a file for UTF-8 only when it says so.
        writeln!(out, "\u{feff}{}", COLUMNS.join(","))?;
    }
    loop {
        let page = store.list(&Filter::default(), Sort::Oldest, after, PAGE)?;
        for listed in &page.orders {
            let row = row(store, listed)?;
            match form {
                ExportForm::Jsonl => writeln!(out, "{row}")?,
                ExportForm::Csv => writeln!(out, "{}", csv_line(&row))?,
            }
            orders += 1;
        }
        progress(orders);
        after = page.next;
        if after.is_none() {
            out.flush()?;
            return Ok(orders);
        }
    }
}

fn row(store: &Store, listed: &Listed) -> anyhow::Result<Value> {
    let file = store.file(listed.id)?.context("an order of the list has no journal")?;
    let order = &file.loaded.order;
    let text = |hash: &str| file.texts.get(hash).cloned().flatten();
    let first = order.first_appeal();
    let reply = order.replies.last().and_then(|reply| text(&reply.public.hash));
    let time = |at: Option<Moment>| at.map(|at| at.timestamp().to_string());
    Ok(json!({
        "number": listed.number,
        "stage": listed.stage.code(),
        "outcome": listed.outcome,
        "kind": listed.kind.code(),
        "channel": listed.channel.code(),
        "matter": listed.matter.as_str(),
        "place": listed.place.as_str(),
        "level": listed.level.code(),
        "unit": listed.unit.as_ref().map(|unit| unit.as_str()),
        "registered_at": time(Some(listed.registered_at)),
        "due_at": time(listed.due_at),
        "closed_at": time(listed.closed_at),
        "returns": listed.returns,
        "disputes": listed.disputes,
        "round": listed.round,
        "late": listed.late,
        "red": listed.red,
        "appeals": listed.appeals,
        "excluded": listed.excluded,
        "title": text(&first.title.hash),
        "content": text(&first.content.hash),
        "reply": reply,
    }))
}

/// One line of CSV. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it.
fn csv_line(row: &Value) -> String {
    let cell = |name: &&str| match &row[*name] {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let quoted = |text: String| match text.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    };
    COLUMNS.iter().map(cell).map(quoted).collect::<Vec<_>>().join(",")
}
