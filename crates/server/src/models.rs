//! 模型建议: what models trained by `minsheng train` propose for a text. The
//! directory goes before them; without a model nothing is proposed, and
//! everything else works as it does.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use schemars::JsonSchema;
use serde::Serialize;
use store::Store;
use text::Model;

/// Whether a newer model is there is looked at so often.
const LOOK: Duration = Duration::from_secs(60);

/// So many guesses are shown.
const SHOWN: usize = 3;

/// What is less likely is not worth a look.
const LEAST: f32 = 0.05;

/// What a model proposes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Guess {
    /// The code of the unit or matter.
    pub code: String,
    /// How sure: of those that say 0.9, nine of ten were right.
    pub probability: f32,
    /// Whether it is so sure that ninety-five of a hundred such were right; else somebody has to look.
    pub sure: bool,
    /// The words that spoke for it, the strongest first.
    pub because: Vec<String>,
    /// The words that spoke against it.
    pub although: Vec<String>,
}

/// The models in use, read when they are first asked for.
#[derive(Default)]
pub(crate) struct Models {
    matter: Mutex<Known>,
    unit: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    looked: Option<Instant>,
    no: Option<i64>,
    model: Option<Arc<Model>>,
}

impl Models {
    /// The matters that a story may be about, the likeliest first.
    pub fn matters(&self, store: &Store, title: &str, story: &str) -> store::Result<Vec<Guess>> {
        guesses(&self.matter, store, "matter", title, story)
    }

    /// The units that may lead, the likeliest first.
    pub fn units(&self, store: &Store, title: &str, story: &str) -> store::Result<Vec<Guess>> {
        guesses(&self.unit, store, "unit", title, story)
    }
}

fn guesses(
    known: &Mutex<Known>,
    store: &Store,
    kind: &str,
    title: &str,
    story: &str,
) -> store::Result<Vec<Guess>> {
    let Some(model) = newest(known, store, kind)?.filter(|_| !story.trim().is_empty()) else {
        return Ok(Vec::new());
    };
    let sure_from = model.sure_from().unwrap_or(f32::INFINITY);
    let proposed = model.propose(title, story).into_iter().take(SHOWN);
    let likely = proposed.filter(|one| one.probability >= LEAST);
    Ok(likely
        .map(|one| Guess {
            code: one.label,
            probability: one.probability,
            sure: one.probability >= sure_from,
            because: one.for_words,
            although: one.against_words,
        })
        .collect())
}

/// The newest model of a kind. One that cannot be read is said once, and then
/// counts as none.
fn newest(known: &Mutex<Known>, store: &Store, kind: &str) -> store::Result<Option<Arc<Model>>> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if known.looked.is_some_and(|looked| looked.elapsed() < LOOK) {
        return Ok(known.model.clone());
    }
    let no = store.newest_model_no(kind)?;
    if no != known.no {
        known.model = store.newest_model(kind)?.and_then(|kept| match Model::from_bytes(&kept.bytes) {
            Ok(model) => Some(Arc::new(model)),
            Err(error) => {
                tracing::warn!(kind, %error, "a model cannot be used");
                None
            }
        });
        known.no = no;
    }
    known.looked = Some(Instant::now());
    Ok(known.model.clone())
}
