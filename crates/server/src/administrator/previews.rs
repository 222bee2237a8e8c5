//! 预演: what other rules would do to the orders in hand. Nothing is changed by
//! looking; orders keep what they were promised.

use std::time::{Duration, Instant};

use domain::codes::ClockKind;
use domain::policy::Moved;
use domain::{Moment, Order};
use schemars::JsonSchema;
use serde::Serialize;
use store::{Filter, Sort};

use crate::call::Call;
use crate::problem::Problem;

/// So many orders are looked at, at most.
pub(super) const MOST_ORDERS: usize = 20_000;

/// So long it may take: an administrator waits for it.
const PATIENCE: Duration = Duration::from_secs(15);

/// So many examples are shown of each clock.
const EXAMPLES: usize = 10;

/// What other rules would do to the orders in hand.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RulePreview")]
pub(crate) struct Preview {
    /// Why these rules could not be used at all; then nothing was looked at.
    pub contradiction: Option<String>,
    /// How many orders are open.
    pub open: u64,
    /// How many of them were looked at, those that are due first before others.
    pub looked_at: u64,
    /// Whether these are all, or time or the sample ended before.
    pub complete: bool,
    /// What would become of the running clocks, kind by kind.
    pub clocks: Vec<ClockPreview>,
}

/// What would become of the running clocks of one kind.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ClockPreview {
    /// Which kind.
    kind: ClockKind,
    /// How many would be due earlier.
    earlier: u64,
    /// How many would be due later.
    later: u64,
    /// How many that are in time would be late at once.
    late_at_once: u64,
    /// How many that are late would be in time.
    in_time_again: u64,
    /// Some of them.
    examples: Vec<Example>,
}

/// One clock that would move.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PreviewExample")]
struct Example {
    /// The order's number.
    number: String,
    /// The unit that has the part.
    unit: Option<String>,
    /// What would move, and why.
    moved: Moved,
}

impl Preview {
    /// Rules that cannot be used.
    pub fn contradiction(why: String) -> Self {
        Self { contradiction: Some(why), open: 0, looked_at: 0, complete: true, clocks: Vec::new() }
    }

    fn count(&mut self, order: &Order, moved: Moved, now: Moment) {
        let at = self.clocks.iter().position(|clock| clock.kind == moved.kind).unwrap_or_else(|| {
            self.clocks.push(ClockPreview::of(moved.kind));
            self.clocks.len() - 1
        });
        let clock = &mut self.clocks[at];
        clock.earlier += u64::from(moved.after < moved.before);
        clock.later += u64::from(moved.after > moved.before);
        clock.late_at_once += u64::from(moved.before > now && moved.after <= now);
        clock.in_time_again += u64::from(moved.before <= now && moved.after > now);
        if clock.examples.len() < EXAMPLES {
            let unit = order.part(moved.part).map(|part| part.holder().0.clone());
            clock.examples.push(Example { number: order.number.clone(), unit, moved });
        }
    }
}

impl ClockPreview {
    fn of(kind: ClockKind) -> Self {
        Self { kind, earlier: 0, later: 0, late_at_once: 0, in_time_again: 0, examples: Vec::new() }
    }
}

/// Looks at the open orders, at most so many, those due first before others.
pub(crate) fn preview_of(
    call: &Call,
    most: Option<usize>,
    moved: impl Fn(&Order) -> Vec<Moved>,
) -> Result<Preview, Problem> {
    let store = call.app.store();
    let open = Filter { open: Some(true), ..Filter::default() };
    let most = most.unwrap_or(MOST_ORDERS).min(MOST_ORDERS) as u64;
    let began = Instant::now();
    let mut preview = Preview {
        contradiction: None,
        open: store.count(&open)?,
        looked_at: 0,
        complete: false,
        clocks: Vec::new(),
    };
    let mut after = None;
    loop {
        let page = store.list(&open, Sort::Due, after, 500)?;
        for listed in &page.orders {
            if preview.looked_at >= most || began.elapsed() > PATIENCE {
                return Ok(preview);
            }
            preview.looked_at += 1;
            let Some(loaded) = store.order(listed.id)? else { continue };
            for moved in moved(&loaded.order) {
                preview.count(&loaded.order, moved, call.at);
            }
        }
        after = page.next;
        if after.is_none() {
            preview.complete = true;
            return Ok(preview);
        }
    }
}
