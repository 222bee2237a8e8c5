//! `minsheng seed`.

use std::process::ExitCode;

use rand::RngExt as _;
use serde_json::json;
use store::Store;

use super::now;
use crate::output::{columns, json_line};
use crate::seed;
use crate::settings::Settings;

/// Seeds the demonstration city and prints its log-ins, one for each role.
pub fn seed(settings: &Settings, password: Option<String>, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    let password = password.unwrap_or_else(draw_password);
    let seeded = seed::seed(&store, &password, now())?;
    let counts: Vec<String> = seeded.counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
    println!("{}：{}", seeded.city, counts.join(", "));
    println!();
    let mut roles = Vec::new();
    let mut rows = Vec::new();
    for (login, role, unit) in &seeded.people {
        if !roles.contains(role) {
            roles.push(role.clone());
            rows.push(vec![login.clone(), role.clone(), unit.clone()]);
        }
    }
    columns(&["log-in", "role", "unit"], &rows);
    println!("\n{} people; the password of all of them: {password}", seeded.people.len());
    let counts: serde_json::Map<_, _> =
        seeded.counts.iter().map(|(what, count)| (what.replace(' ', "_"), json!(count))).collect();
    json_line(json, &json!({"city": seeded.city, "counts": counts, "password": password}));
    Ok(ExitCode::SUCCESS)
}

/// Seeds the demonstration city where the database holds none, and says so:
/// a first try should not end with an error. Nobody learns the password;
/// `minsheng seed` sets a new one.
pub fn unless_there_is_a_city(store: &Store) -> anyhow::Result<()> {
    if store.documents("city", now())?.is_empty() {
        eprintln!("the database holds no city yet: seeding the demonstration city");
        seed::seed(store, &draw_password(), now())?;
    }
    Ok(())
}

/// A password that is easy to type: four groups of letters and digits that
/// cannot be taken for one another, about 77 bits.
pub fn draw_password() -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut rng = rand::rng();
    let mut group =
        || (0..4).map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())])).collect::<String>();
    [group(), group(), group(), group()].join("-")
}
