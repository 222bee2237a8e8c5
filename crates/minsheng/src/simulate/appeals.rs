//! Who appeals, and about what: templates of the demonstration city, with
//! slots filled by chance.

use std::collections::BTreeMap;

use anyhow::{Context as _, anyhow};
use desk::{City, Texts, Told, register_act};
use domain::Moment;
use domain::codes::*;
use domain::ids::{CitizenId, PlaceCode};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use serde::Deserialize;
use store::{Identity, NewCitizen, Place, Store};

use super::chance;
use super::fates;
use crate::city_files;
use crate::play::{Arrival, Staff, fill, salts_from};
use crate::seed;

#[derive(Deserialize)]
struct File {
    appeal: Vec<Template>,
    slots: BTreeMap<String, Vec<String>>,
}

/// One template.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub matter: String,
    pub kind: Kind,
    weight: u32,
    title: String,
    text: String,
    demand: String,
    pub internal: String,
    pub answer: String,
}

/// All templates, and what their slots are filled with.
pub struct Templates {
    templates: Vec<Template>,
    slots: BTreeMap<String, Vec<String>>,
    /// Towns and streets, where things happen.
    places: Vec<Place>,
    levels: BTreeMap<String, Level>,
    weight: u32,
}

/// Channels by their share of a hundred: nine of ten appeals are calls.
const CHANNELS: [(Channel, u32); 6] = [
    (Channel::Phone, 82),
    (Channel::Wechat, 9),
    (Channel::App, 4),
    (Channel::Website, 3),
    (Channel::Snapshot, 1),
    (Channel::LeaderBoard, 1),
];

impl Templates {
    /// The templates of the demonstration city.
    ///
    /// # Errors
    /// When its files do not fit one another.
    pub fn load(store: &Store) -> anyhow::Result<Self> {
        let dir =
            city_files::demonstration().ok_or_else(|| anyhow!("the program holds no demonstration city"))?;
        let path = dir.path().join("appeals.toml");
        let text = dir.get_file(&path).and_then(|file| file.contents_utf8()).context("no appeals.toml")?;
        let file: File = toml::from_str(text).with_context(|| format!("city/{}", path.display()))?;
        let levels = seed::matter_levels()?;
        let towns = |place: &Place| place.level == seed::TOWN;
        let places: Vec<Place> = store.places()?.into_iter().filter(towns).collect();
        if places.is_empty() {
            return Err(anyhow!("the city has no towns and streets: run `minsheng seed` first"));
        }
        let weight = file.appeal.iter().map(|template| template.weight).sum();
        Ok(Self { templates: file.appeal, slots: file.slots, places, levels, weight })
    }

    /// The next appeal, drawn from its own chance.
    pub fn arrival(
        &self,
        at: Moment,
        citizen: CitizenId,
        city: &City,
        staff: &Staff,
        mut rng: ChaCha8Rng,
    ) -> Arrival {
        let template = self.draw(&mut rng);
        let place = &self.places[rng.random_range(0..self.places.len())];
        let channel = draw_channel(&mut rng);
        let mut filled = Vec::new();
        for text in [&template.title, &template.text, &template.demand, &template.internal, &template.answer]
        {
            filled.push(fill(text, |slot| self.slot(slot, place, &mut rng)));
        }
        let told = Told {
            citizen: Some(citizen),
            channel,
            received_at: at,
            title: filled[0].clone(),
            content: filled[1].clone(),
            demand: filled[2].clone(),
            address: String::new(),
            when: String::new(),
            wants_callback: !chance(&mut rng, 60),
            kind: template.kind,
            matter: template.matter.as_str().into(),
            place: PlaceCode(place.code.clone()),
            accused: Vec::new(),
            accused_people: Vec::new(),
            confidentiality: None,
            level: self.level(template),
            sensitivities: Vec::new(),
            links: Vec::new(),
        };
        let mut salts = rng.clone();
        salts.set_word_pos(1 << 40);
        let mut salt = salts_from(salts);
        let mut texts = Texts::new(&mut salt);
        let act = register_act(&told, &mut texts);
        let by = match channel {
            Channel::Phone => staff.somebody(Role::Operator, &mut rng),
            _ => domain::person::Actor::citizen(),
        };
        let identity = Identity {
            name: format!("{}先生/女士", SURNAMES[rng.random_range(0..SURNAMES.len())]),
            phone: format!("199{:08}", rng.random_range(0..100_000_000_u32)),
            ..Identity::default()
        };
        let citizen = NewCitizen { id: citizen, kind: "person".to_owned(), identity };
        let texts = texts.sealed();
        let reply = (filled[3].clone(), filled[4].clone());
        let fate = fates::fate(&told, reply, at, city, rng);
        Arrival { at, by, act, texts, citizen: Some(citizen), import: None, fate }
    }

    fn draw(&self, rng: &mut ChaCha8Rng) -> &Template {
        let mut drawn = rng.random_range(0..self.weight);
        for template in &self.templates {
            match drawn.checked_sub(template.weight) {
                Some(rest) => drawn = rest,
                None => return template,
            }
        }
        &self.templates[0]
    }

    fn slot(&self, slot: &str, place: &Place, rng: &mut ChaCha8Rng) -> Option<String> {
        if slot == "place" {
            return Some(place.name.clone());
        }
        let words = self.slots.get(slot)?;
        Some(words[rng.random_range(0..words.len())].clone())
    }

    /// A consultation has its own limits; everything else those of its
    /// matter.
    fn level(&self, template: &Template) -> Level {
        let matter = self.levels.get(&template.matter).copied().unwrap_or(Level::Ordinary);
        if template.kind == Kind::Consultation && !matter.is_urgent() { Level::Inquiry } else { matter }
    }
}

const SURNAMES: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];

fn draw_channel(rng: &mut ChaCha8Rng) -> Channel {
    let mut drawn = rng.random_range(0..100);
    for (channel, share) in CHANNELS {
        if drawn < share {
            return channel;
        }
        drawn -= share;
    }
    Channel::Phone
}
