//! What the form says, and whether that will do.

use domain::codes::{Confidentiality, Kind};

use crate::acts::{Appeal, NewCaller};
use crate::citizen::pages::city::Places;
use crate::citizen::pages::form::Form;
use crate::citizen::pages::frame::fill;
use crate::citizen::pages::look::Look;

/// The longest story, in characters: more than anybody types on a telephone.
const STORY: usize = 10_000;
/// The longest demand.
const DEMAND: usize = 2_000;
/// The longest of the short fields.
const SHORT: usize = 200;
/// So many files come with one appeal.
const FILES: usize = 6;

/// What the form says, as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub story: String,
    pub demand: String,
    pub kind: String,
    pub place: String,
    pub spot: String,
    pub when: String,
    pub name: String,
    pub phone: String,
    /// Whether the unit may not see who it is.
    pub hidden: bool,
    /// Whether no call is wanted when it is done.
    pub no_callback: bool,
    /// Whether files came with it, which have to be chosen again.
    pub files: bool,
    /// Whether they first want to see what may be the same.
    pub look: bool,
}

/// What is wrong: the field, and what to do.
pub(super) struct Mistake {
    pub field: &'static str,
    pub text: String,
}

impl Said {
    pub fn of(form: &Form) -> Self {
        let text = |name: &str| form.get(name).to_owned();
        Self {
            story: text("story"),
            demand: text("demand"),
            kind: text("kind"),
            place: text("place"),
            spot: text("spot"),
            when: text("when"),
            name: text("name"),
            phone: text("phone"),
            hidden: form.get("show") == "no",
            no_callback: !form.get("sent").is_empty() && form.get("callback").is_empty(),
            files: !form.files.is_empty(),
            look: !form.get("look").is_empty(),
        }
    }

    /// What is wrong with it, from the top of the form on.
    pub fn mistakes(&self, form: &Form, look: &Look, places: &Places) -> Vec<Mistake> {
        let w = &look.words().appeal;
        let mut mistakes = Vec::new();
        let mut wrong = |field: &'static str, text: String| mistakes.push(Mistake { field, text });
        let long = |text: &str, most: usize| text.chars().count() > most;
        if self.story.is_empty() {
            wrong("story", w.story_missing.to_owned());
        } else if long(&self.story, STORY) {
            wrong("story", fill(w.story_long, &[&STORY.to_string()]));
        }
        if long(&self.demand, DEMAND) {
            wrong("demand", fill(w.field_long, &[&DEMAND.to_string()]));
        }
        if !self.place.is_empty() && !places.has(&self.place) {
            wrong("place", w.place_unknown.to_owned());
        }
        let short = [("spot", &self.spot), ("when", &self.when), ("name", &self.name)];
        for (field, _) in short.into_iter().filter(|(_, text)| long(text, SHORT)) {
            wrong(field, fill(w.field_long, &[&SHORT.to_string()]));
        }
        if form.files.len() > FILES {
            wrong("files", fill(w.files_many, &[&FILES.to_string()]));
        }
        if !self.phone.is_empty() && !is_phone(&self.phone) {
            wrong("phone", w.phone_wrong.to_owned());
        }
        mistakes
    }

    /// The appeal, as the interface is told it.
    pub fn appeal(&self) -> Appeal {
        let caller = NewCaller { name: self.name.clone(), phone: self.phone.clone(), ..NewCaller::default() };
        Appeal {
            content: self.story.clone(),
            demand: self.demand.clone(),
            address: self.spot.clone(),
            when: self.when.clone(),
            kind: self.kind.parse::<Kind>().ok().filter(|kind| *kind != Kind::Other),
            place: self.place.clone(),
            confidentiality: self.hidden.then_some(Confidentiality::FromUnits),
            wants_callback: Some(!self.no_callback && !self.phone.is_empty()),
            caller: Some(caller),
            ..Appeal::default()
        }
    }
}

/// Whether it can be called: digits, and what people write between them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_ascii_digit()).count();
    (5..=20).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')'))
}
