//! What is done: the same over HTTP and without.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::stock::Stock;
use crate::measure::at_once;

/// One thing that people do all day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// Whole lives, act by act.
    Lives,
    /// Registrations alone.
    Register,
    /// The first page of all that is open, as an operator sees it.
    OpenList,
    /// The first page of what a unit has open, as its handler sees it.
    UnitList,
    /// The page of an order.
    Page,
    /// A search by two words.
    Search,
}

impl Scene {
    /// All of them.
    pub const ALL: [Scene; 6] =
        [Scene::OpenList, Scene::UnitList, Scene::Page, Scene::Search, Scene::Lives, Scene::Register];

    /// What is counted in it.
    pub fn name(self) -> &'static str {
        match self {
            Scene::Lives => "act of a life",
            Scene::Register => "register",
            Scene::OpenList => "open list",
            Scene::UnitList => "unit's list",
            Scene::Page => "order page",
            Scene::Search => "search",
        }
    }
}

/// A way to do it, of one client.
pub trait Way {
    /// Does it once; `laps` is told when each part of it is done.
    fn once(&mut self, scene: Scene, turn: u64, laps: &mut Laps) -> Result<()>;
}

/// How long each thing took, one after the other.
pub struct Laps {
    each: Vec<Duration>,
    from: Instant,
}

impl Laps {
    /// Something is done.
    pub fn lap(&mut self) {
        self.each.push(std::mem::replace(&mut self.from, Instant::now()).elapsed());
    }
}

/// Lets so many clients do it over and over until the time is over; how long
/// each took.
pub fn play<'a>(
    scene: Scene,
    clients: usize,
    time: Duration,
    stock: &Stock,
    way: &(dyn Fn(usize) -> Result<Box<dyn Way + 'a>> + Sync),
) -> Result<Vec<Duration>> {
    let until = Instant::now() + time;
    at_once(clients, |client| {
        let mut way = way(client)?;
        let mut laps = Laps { each: Vec::new(), from: Instant::now() };
        while Instant::now() < until {
            way.once(scene, stock.turn(), &mut laps)?;
        }
        Ok(laps.each)
    })
}
