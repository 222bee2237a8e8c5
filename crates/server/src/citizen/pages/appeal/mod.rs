//! 反映问题: an appeal in the citizen's own words.

mod alike;
mod said;
mod sent;

pub(super) use alike::look;
pub(super) use sent::send;

use askama::Template;
use domain::codes::Kind;

use alike::Offer;
use said::{Mistake, Said};

use super::city::{District, Places};
use super::form::new_key;
use super::frame::{Frame, Section, fill, page};
use super::look::Look;
use super::map::{self, Map};
use super::words;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

#[derive(Template)]
#[template(path = "citizen/appeal.html")]
struct AppealPage {
    frame: Frame,
    said: Said,
    mistakes: Vec<Mistake>,
    kinds: Vec<(&'static str, &'static str)>,
    places: Vec<District>,
    map: Option<Map>,
    /// What may be the same.
    offers: Vec<Offer>,
    /// Whether somebody asked for it.
    looked: bool,
    /// The key under which it is registered once.
    once: String,
}

impl AppealPage {
    /// What is wrong with a field.
    fn mistake(&self, field: &str) -> Option<&str> {
        self.mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.text.as_str())
    }

    /// How many mistakes there are, in words.
    fn how_many(&self) -> String {
        fill(self.frame.w.appeal.errors, &[&self.mistakes.len().to_string()])
    }
}

/// The empty form. A link may choose the place.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    form(call, 200, Said::default(), Vec::new(), Vec::new(), new_key())
}

/// The form, filled with what was said.
fn form(
    call: &Call,
    status: u16,
    said: Said,
    mistakes: Vec<Mistake>,
    offers: Vec<Offer>,
    once: String,
) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Say);
    let places = Places::of(call)?;
    let look = frame.look.clone();
    let kinds = KINDS.iter().map(|kind| (kind.code(), words::kind(&look, *kind))).collect();
    let (map, places) = (map::draw(&places), places.choices(&said.place));
    let looked = said.look;
    page(status, &look, &AppealPage { frame, said, mistakes, kinds, places, map, offers, looked, once })
}

/// What a citizen can call an appeal.
const KINDS: &[Kind] =
    &[Kind::Help, Kind::Complaint, Kind::Report, Kind::Consultation, Kind::Suggestion, Kind::Praise];
