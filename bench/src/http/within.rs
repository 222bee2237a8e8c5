//! Without HTTP: the desk and the store, asked directly by whoever may do
//! everything.

use anyhow::Result;
use desk::Desk;
use domain::codes::Role;
use domain::person::Actor;
use domain::{Moment, closing};
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use store::{Filter, Sort};
use tests::city;
use tests::life::{self, Step};

use super::scene::{Laps, Scene, Way};
use super::stock::Stock;
use crate::fill::unit;
use crate::reading::PAGE;

/// One thread at the desk.
pub struct Within<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// What is drawn on.
    pub stock: &'a Stock<'a>,
}

impl Within<'_> {
    fn life(&mut self, turn: u64, acts: &[Step], laps: &mut Laps) -> Result<()> {
        let mut rng = SmallRng::seed_from_u64(turn);
        let mut say = |count: usize| self.stock.words.text(count, &mut rng);
        let (unit, now) = (unit(turn as i64), Moment::from(jiff::Timestamp::now()));
        let id = life::begin(self.desk, unit, now, &mut say)?.order.id;
        laps.lap();
        for &step in &acts[1..] {
            if step == Step::Archive {
                let by = Actor::staff(Role::CallerBack, "caller", Some("hotline"));
                self.desk.perform(self.stock.closed()?.id, &by, now, |_, _| closing::Archive {}.into())?;
            } else {
                life::go_on(self.desk, id, step, unit, now, &mut say)?;
            }
            laps.lap();
        }
        Ok(())
    }

    fn list(&mut self, filter: &Filter, laps: &mut Laps) -> Result<()> {
        self.desk.store().list(filter, Sort::Due, None, PAGE)?;
        laps.lap();
        Ok(())
    }
}

impl Way for Within<'_> {
    fn once(&mut self, scene: Scene, turn: u64, laps: &mut Laps) -> Result<()> {
        let open = || Filter { open: Some(true), ..Filter::default() };
        match scene {
            Scene::Lives => self.life(turn, &Step::ALL, laps),
            Scene::Register => self.life(turn, &Step::ALL[..1], laps),
            Scene::OpenList => self.list(&open(), laps),
            Scene::UnitList => {
                let within = Some(vec![city::code(unit(turn as i64)).as_str().into()]);
                self.list(&Filter { within, ..open() }, laps)
            }
            Scene::Page => {
                let file = self.desk.store().file(self.stock.order(turn).id)?;
                for appeal in file.iter().flat_map(|file| &file.loaded.order.appeals) {
                    appeal.citizen.map(|citizen| self.desk.store().citizen(citizen)).transpose()?;
                }
                laps.lap();
                Ok(())
            }
            Scene::Search => {
                let (first, second) = self.stock.pair(turn);
                self.desk.store().search(&format!("{first} {second}"), &Filter::default(), None, PAGE)?;
                laps.lap();
                Ok(())
            }
        }
    }
}
