//! A city in which something has happened: orders at several stages.

use serde_json::{Value, json};
use server::Options;
use store::testing::Fresh;

use crate::world::World;

/// The city, and the names that calls use.
pub struct City {
    pub world: World,
    pub document: Value,
    pub numbers: Vec<String>,
}

impl City {
    pub fn new(fresh: Fresh) -> Self {
        let options =
            Options { calls_a_minute: u32::MAX, strangers_a_minute: u32::MAX, ..Options::default() };
        let world = World::on(fresh, options);
        let numbers = (0..24).map(|at| order(&world, at)).collect();
        let document = serde_json::from_str(world.app.document()).unwrap();
        Self { world, document, numbers }
    }
}

/// An order, as far as `at` says.
fn order(world: &World, at: usize) -> String {
    let kind = ["help", "complaint", "report", "consultation"][at / 6];
    let number = world.register(json!({"kind": kind}));
    if at % 6 >= 1 {
        world.dispatch(&number);
    }
    if at % 6 >= 2 {
        world.done("handler", &number, "signings", json!({"part": 1}));
    }
    number
}
