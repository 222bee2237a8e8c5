//! `minsheng policy`, `minsheng due` and `minsheng settings`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, anyhow};
use desk::CityFile;
use domain::policy::Packs;
use domain::time::{Calendar, Limit};

use super::words;
use crate::city_files;
use crate::output::columns;
use crate::settings::{SETTINGS, Settings};

/// Names the packs, shows one, or checks one.
pub fn policy(name: Option<&str>, check: Option<&Path>) -> anyhow::Result<ExitCode> {
    let mut files = city_files::folder("policies");
    if let Some(path) = check {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        files.retain(|(known, _)| *known != stem);
        files.push((stem, text));
    }
    let packs = Packs::parse(&files)?;
    let Some(name) = name else {
        let rows = packs.all().map(|policy| {
            vec![policy.id.clone(), policy.name.clone(), policy.from.to_string(), policy.source.clone()]
        });
        columns(&["pack", "name", "in force from", "source"], &rows.collect::<Vec<_>>());
        return Ok(ExitCode::SUCCESS);
    };
    for policy in packs.versions(name)? {
        println!("{} {} {}：{}\n", policy.id, policy.name, policy.from, policy.source);
        for number in policy.numbers() {
            let value = number.value.as_str().map_or_else(|| number.value.to_string(), str::to_owned);
            println!("{} = {value}\n    {}", number.path, number.basis);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Explains when a limit ends, by the demonstration city's calendar.
pub fn due(from: jiff::civil::DateTime, limit: &str) -> anyhow::Result<ExitCode> {
    let limit: Limit = limit.parse()?;
    let dir =
        city_files::demonstration().ok_or_else(|| anyhow!("the program holds no demonstration city"))?;
    let file = dir.get_file(dir.path().join("city.toml")).and_then(|file| file.contents_utf8());
    let city: CityFile = toml::from_str(file.context("no city.toml")?)?;
    let days = city_files::text(&format!("calendars/{}.csv", city.calendar)).context("no table of days")?;
    let calendar = Calendar::parse(days, &city.office.hours, &city.zone)?;
    let at = from.to_zoned(calendar.zone().clone())?.timestamp();
    for step in calendar.explain(at.into(), limit, true) {
        println!("{}", words::step(&step, &calendar));
    }
    Ok(ExitCode::SUCCESS)
}

/// Names every setting.
pub fn settings(settings: &Settings) -> anyhow::Result<ExitCode> {
    for setting in SETTINGS {
        println!("{}  (environment: {})", setting.key, setting.variable);
        println!("    {}", setting.meaning);
        match settings.said(setting.key) {
            Some((value, source)) => println!("    now: {} (from {source})", hidden(setting.key, value)),
            None => println!("    now: {} (default)", setting.default),
        }
    }
    println!("\nThe file is minsheng.toml in the current folder, or what MINSHENG_CONFIG names.");
    Ok(ExitCode::SUCCESS)
}

/// The URL of a database or a mail server may hold a password.
fn hidden(key: &str, value: String) -> String {
    match value.split_once("://").filter(|_| key == "database" || key == "smtp") {
        Some((scheme, rest)) => match rest.rsplit_once('@') {
            Some((_, host)) => format!("{scheme}://…@{host}"),
            None => value,
        },
        None => value,
    }
}
