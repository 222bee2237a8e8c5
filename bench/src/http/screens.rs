//! How long one person waits for each screen: every list and queue of every
//! role, filters, figures, searches, likenesses, one after the other on an
//! otherwise idle server. Those who use it are to wait no longer than 200 ms.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use domain::codes::Role;
use serde_json::json;

use super::client::Client;
use super::people;
use super::stock::Stock;
use super::wire::escaped;
use crate::fill::unit;
use crate::reading::PAGE;

/// What a screen asks is asked so often.
const TIMES: usize = 7;

/// Lists that people make for themselves, beside the queues that they are given.
const FILTERS: &[&str] = &[
    "sort=newest",
    "sort=oldest",
    "open=true&sort=urgent",
    "open=false&sort=newest",
    "late=true",
    "open=true&late=true",
    "disputed=true",
    "returned=true",
    "stage=handling",
    "stage=closed&sort=newest",
    "level=urgent",
    "channel=website",
    "kind=complaint&sort=newest",
    "matter=001",
    "matter=001&open=true&late=true",
];

/// What one screen takes.
pub struct Wait {
    /// Whose screen, and what it asks.
    pub name: String,
    /// In the middle.
    pub median: Duration,
    /// At worst.
    pub worst: Duration,
}

/// Asks everything, and says how long each took.
pub fn waits(address: SocketAddr, stock: &Stock<'_>) -> Result<Vec<Wait>> {
    let mut screens = Screens { client: Client::connect(address)?, found: Vec::new() };
    let token = |role| people::token(role, 0);
    let handler = people::handler(unit(1));
    let people = [
        ("operator", token(Role::Operator)),
        ("dispatcher", token(Role::Dispatcher)),
        ("reply reviewer", token(Role::ReplyReviewer)),
        ("caller-back", token(Role::CallerBack)),
        ("supervisor", token(Role::Supervisor)),
        ("leader", token(Role::Leader)),
        ("handler", handler),
    ];
    for (who, token) in &people {
        screens.queues(who, token)?;
        screens.ask(who, token, &format!("/api/orders?limit={PAGE}"))?;
        screens.ask(who, token, &format!("/api/orders/{}", stock.order(1).number)).ok();
        let (first, second) = stock.pair(3);
        screens.ask(who, token, &format!("/api/orders/search?q={}&limit={PAGE}", escaped(first)))?;
        let both = format!("{}+{}", escaped(first), escaped(second));
        screens.ask(who, token, &format!("/api/orders/search?q={both}&open=true&limit={PAGE}"))?;
    }
    let supervisor = &token(Role::Supervisor);
    for filter in FILTERS {
        screens.ask("supervisor", supervisor, &format!("/api/orders?{filter}&limit={PAGE}"))?;
    }
    screens.figures(&token(Role::Leader))?;
    screens.likeness(&token(Role::Operator), stock)?;
    Ok(screens.found)
}

struct Screens {
    client: Client,
    found: Vec<Wait>,
}

impl Screens {
    /// The counts of somebody's queues, and each queue.
    fn queues(&mut self, who: &str, token: &str) -> Result<()> {
        self.ask(who, token, "/api/queues")?;
        let queues = self.client.read("/api/queues", token)?;
        for queue in queues.as_array().context("queues are a list")? {
            let query = queue["query"].as_str().context("a queue has a query")?;
            self.ask(who, token, &format!("/api/orders?{query}&limit={PAGE}"))?;
        }
        Ok(())
    }

    /// A leader's board, and the list behind each figure of it.
    fn figures(&mut self, token: &str) -> Result<()> {
        let path = "/api/leader/figures?days=30";
        self.ask("leader", token, path)?;
        self.ask("leader", token, "/api/leader/units?days=30")?;
        let page = self.client.read(path, token)?;
        for figure in page["today"].as_array().context("today's figures")? {
            let query = figure["query"].as_str().context("a figure has a query")?;
            self.ask("leader", token, &format!("/api/orders?{query}&limit={PAGE}"))?;
        }
        Ok(())
    }

    /// What may be the same, while a story is told.
    fn likeness(&mut self, token: &str, stock: &Stock<'_>) -> Result<()> {
        let story: Vec<&str> = (0..20).map(|turn| stock.pair(turn).0.as_str()).collect();
        let said = json!({"story": story.join("，")});
        self.time("operator", "/api/operator/likenesses", |client| {
            let answer = client.post("/api/operator/likenesses", token, None, &said)?;
            ensure!(answer.status == 200, "{}: {}", answer.status, answer.body);
            Ok(())
        })
    }

    fn ask(&mut self, who: &str, token: &str, path: &str) -> Result<()> {
        self.time(who, path, |client| client.get(path, token))
    }

    fn time(&mut self, who: &str, what: &str, mut asks: impl FnMut(&mut Client) -> Result<()>) -> Result<()> {
        let mut each = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let began = Instant::now();
            asks(&mut self.client)?;
            each.push(began.elapsed());
        }
        each.sort_unstable();
        let name = format!("{who}: {what}");
        self.found.push(Wait { name, median: each[TIMES / 2], worst: each[TIMES - 1] });
        Ok(())
    }
}
