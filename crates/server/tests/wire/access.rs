//! Every route × everybody, with an order of their own unit and with one of
//! another unit; and the table that says so.

use axum::http::StatusCode;
use domain::codes::Role;
use serde_json::json;
use server::route::{Answers, Asks, Body, Cell, Route, Who, access_table, cell, columns};

use crate::world::{Answer, World};

/// The table that is checked in.
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access.csv");

#[test]
fn the_table_of_access_is_the_one_that_is_checked_in() {
    let world = World::new();
    let table = access_table(world.app.routes());
    if std::env::var_os("MINSHENG_BLESS").is_some() {
        std::fs::write(TABLE, &table).unwrap();
    }
    let known = std::fs::read_to_string(TABLE).unwrap_or_default();
    assert!(known == table, "docs/access.csv is not up to date: run MINSHENG_BLESS=1 bin/test -p server");
}

#[test]
fn every_cell_of_the_table_is_true() {
    let world = World::new();
    let own = world.register(json!({}));
    world.dispatch(&own);
    let foreign = world.register(json!({"matter": "002"}));
    let mut tried = 0;
    for route in world.app.routes().iter().filter(|route| !matters_not(route)) {
        for (name, asks) in columns() {
            let expected = cell(route, asks);
            let got = knock(&world, route, asks, &own).status;
            assert!(
                fits(expected, got, asks),
                "{} {} as {name}: {got}, the table says {expected:?}",
                route.method,
                route.path
            );
            if route.path.contains("{number}") && matches!(asks, Asks::Staff(..)) {
                let elsewhere = knock(&world, route, asks, &foreign);
                let hidden = elsewhere.status == 404 && elsewhere.json["what"] == "order";
                let should = matches!(expected, Cell::Own);
                let turned_away = expected == Cell::No;
                assert!(
                    turned_away || hidden == should,
                    "{} {} as {name} on an order of others: {}",
                    route.method,
                    route.path,
                    elsewhere.json
                );
            }
            tried += 1;
        }
    }
    assert!(tried > 2_000, "{tried}");
}

/// Those that change who may do what, or end the session that asks, are
/// knocked at in tests of their own.
fn matters_not(route: &Route) -> bool {
    matches!(
        route.id.as_str(),
        "end_session" | "end_sessions" | "end_system" | "take_second_factor" | "put_system" | "live"
    ) || matches!(route.who, Who::Citizen)
}

/// Asks with nothing useful to say, which is enough to learn whether one is
/// let in.
fn knock(world: &World, route: &Route, asks: Asks, number: &str) -> Answer {
    let by = match asks {
        Asks::Nobody => String::new(),
        Asks::Staff(role, false) => role.code().to_owned(),
        Asks::Staff(role, true) => format!("out_{}", role.code()),
        Asks::System(role) => format!("system:{}", role.code()),
    };
    let path = route.path.replace("{number}", number).replace("{login}", "nobody").replace("{name}", "x");
    let path =
        path.replace("{hash}", "x").replace("{id}", "0").replace("{external}", "x").replace("{n}", "0");
    let path = path.replace("{*path}", "x").replace("{call}", "0").replace("{code}", "x");
    let ask = world.ask(&by, route.method.as_str(), &path).header("if-match", "999");
    match route.body {
        Body::Json(_) => ask.json(&json!({})).send(),
        // A browser says where its forms come from.
        Body::Form => ask.header("sec-fetch-site", "same-origin").send(),
        _ => ask.send(),
    }
}

/// Whether an answer is what the cell promises. Whoever is let in may still
/// be told that what they say is no good.
fn fits(expected: Cell, got: StatusCode, asks: Asks) -> bool {
    match (expected, asks) {
        (Cell::No, Asks::Nobody) => got == 401,
        (Cell::No, _) => got == 403,
        _ => got != 401 && got != 403,
    }
}

#[test]
fn whoever_is_not_named_is_turned_away() {
    let world = World::new();
    for route in world.app.routes() {
        let open = matches!(route.who, Who::Anybody | Who::Citizen);
        let known = ["open_session", "citizen_appeal", "health", "ready", "openapi"];
        let of_an_order = route.path.contains("/orders/{number}");
        let page = matches!(route.answer, Answers::Page) && (!of_an_order || route.who == Who::Citizen);
        assert!(
            !open
                || page
                || known.contains(&route.id.as_str())
                || route.path.starts_with("/api/citizen/orders/"),
            "{} is open to anybody",
            route.path
        );
    }
    let citizen = Asks::Staff(Role::Citizen, false);
    assert!(
        world
            .app
            .routes()
            .iter()
            .all(|route| !matches!(route.who, Who::Staff { .. }) || !route.who.admits(citizen))
    );
}
