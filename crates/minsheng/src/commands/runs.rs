//! `minsheng replay` and `minsheng simulate`.

use std::process::ExitCode;

use desk::City;

use super::now;
use crate::output::{Watch, bar, columns, json_line};
use crate::play::Summary;
use crate::replay;
use crate::settings::Settings;
use crate::simulate::{self, Plan};

/// Replays every imported order under a policy.
pub fn replay(settings: &Settings, policy: &str, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let store = settings.store()?;
    let city = City::load(&store, now())?.under(policy)?;
    let bar = bar(store.imported_count()?, "replay");
    let summary = replay::replay(&store, &city, &|done| bar.set_position(done))?;
    bar.finish_and_clear();
    say(&summary, watch.seconds(), json);
    Ok(ExitCode::SUCCESS)
}

/// Simulates a city's days. The demonstration city is seeded first where the
/// database holds none.
pub fn simulate(settings: &Settings, plan: &Plan, policy: &str, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let store = settings.store()?;
    super::seed::unless_there_is_a_city(&store)?;
    let city = City::load(&store, now())?.under(policy)?;
    let bar = bar(plan.orders, "simulate");
    let summary = simulate::simulate(&store, &city, plan, &|done| bar.set_position(done))?;
    bar.finish_and_clear();
    store.tidy()?;
    say(&summary, watch.seconds(), json);
    Ok(ExitCode::SUCCESS)
}

fn say(summary: &Summary, seconds: f64, json: bool) {
    println!(
        "{} orders, {} acts in {seconds:.1} s: {} archived, {} on their way",
        summary.orders, summary.acts, summary.archived, summary.open
    );
    let ends = summary.outcomes.iter().map(|(code, count)| vec![code.clone(), count.to_string()]);
    println!();
    columns(&["end", "orders"], &ends.collect::<Vec<_>>());
    let hours = |hours: f64| format!("{hours:.1} h");
    let clocks = summary.clock_rows().into_iter().map(|(kind, count, median, p90, late)| {
        vec![kind.to_owned(), count.to_string(), hours(median), hours(p90), late.to_string()]
    });
    println!();
    columns(&["clock", "stopped", "median", "p90", "late"], &clocks.collect::<Vec<_>>());
    let refusals = summary.refusals.iter().map(|(code, count)| vec![code.clone(), count.to_string()]);
    println!();
    columns(&["refused", "times"], &refusals.collect::<Vec<_>>());
    json_line(json, &summary.json(seconds));
}
