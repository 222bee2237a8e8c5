//! Over HTTP: each act by the session of whoever performs it, on the version
//! that the act before it left.

use std::net::SocketAddr;

use anyhow::{Context as _, Result, bail};
use domain::codes::Role;
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use serde_json::Value;
use tests::life::Step;

use super::client::Client;
use super::scene::{Laps, Scene, Way};
use super::stock::Stock;
use super::{life, people};
use crate::fill::unit;
use crate::reading::PAGE;

/// One client with a connection of its own.
pub struct Wire<'a> {
    client: Client,
    /// Which client it is.
    which: usize,
    stock: &'a Stock<'a>,
}

impl<'a> Wire<'a> {
    /// Connects.
    pub fn connect(address: SocketAddr, which: usize, stock: &'a Stock<'a>) -> Result<Self> {
        Ok(Self { client: Client::connect(address)?, which, stock })
    }

    fn life(&mut self, turn: u64, acts: &[Step], laps: &mut Laps) -> Result<()> {
        let mut rng = SmallRng::seed_from_u64(turn);
        let mut say = |count: usize| self.stock.words.text(count, &mut rng);
        let unit = unit(turn as i64);
        let (mut number, mut version) = (String::new(), None);
        for &step in acts {
            let said = life::said(step, unit, &mut say);
            if step == Step::Archive {
                let closed = self.stock.closed()?;
                (number, version) = (closed.number, Some(closed.version.into()));
            }
            let done = act(&mut self.client, self.which, unit, step, &number, version, &said)?;
            laps.lap();
            version = Some(done["version"].as_u64().context("an act answers with a version")?);
            number = done["number"].as_str().context("an act answers with a number")?.to_owned();
        }
        Ok(())
    }

    fn read(&mut self, path: &str, token: &str, laps: &mut Laps) -> Result<()> {
        self.client.get(path, token)?;
        laps.lap();
        Ok(())
    }
}

fn act(
    client: &mut Client,
    which: usize,
    unit: u16,
    step: Step,
    number: &str,
    version: Option<u64>,
    said: &Value,
) -> Result<Value> {
    let (role, noun) = life::by(step);
    let token = if role == Role::Handler { people::handler(unit) } else { people::token(role, which) };
    let orders = format!("/api/{}/orders", role.code().replace('_', "-"));
    let path = if step == Step::Register { orders } else { format!("{orders}/{number}/{noun}") };
    let answer = client.post(&path, &token, version, said)?;
    if answer.status != 201 {
        bail!("POST {path}: {} {}", answer.status, answer.body);
    }
    Ok(answer.body)
}

impl Way for Wire<'_> {
    fn once(&mut self, scene: Scene, turn: u64, laps: &mut Laps) -> Result<()> {
        let operator = || people::token(Role::Operator, self.which);
        match scene {
            Scene::Lives => self.life(turn, &Step::ALL, laps),
            Scene::Register => self.life(turn, &Step::ALL[..1], laps),
            Scene::OpenList => {
                let path = format!("/api/orders?open=true&limit={PAGE}");
                self.read(&path, &operator(), laps)
            }
            Scene::UnitList => {
                let path = format!("/api/orders?open=true&limit={PAGE}");
                self.read(&path, &people::handler(unit(turn as i64)), laps)
            }
            Scene::Page => {
                let path = format!("/api/orders/{}", self.stock.order(turn).number);
                self.read(&path, &operator(), laps)
            }
            Scene::Search => {
                let (first, second) = self.stock.pair(turn);
                let path =
                    format!("/api/orders/search?q={}+{}&limit={PAGE}", escaped(first), escaped(second));
                self.read(&path, &operator(), laps)
            }
        }
    }
}

/// A word as it stands in a path.
pub fn escaped(word: &str) -> String {
    word.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
