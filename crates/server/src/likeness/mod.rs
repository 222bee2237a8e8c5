//! 相似: which orders may be about the same matter as what is being told.
//! The first form: words that both share and few others have, the same place,
//! the same matter, the same caller. Whoever asks gets the reasons with it; a
//! better judge takes the place of [`alike`] and leaves the rest as it is.

mod alike;
mod asked;

pub(crate) use alike::{Alike, Asked, Reason, alike};

use domain::codes::Role::{self, Dispatcher, Operator, ShiftLeader};

use crate::acts::segment;
use crate::route::{Route, Who};

/// Those who take appeals in, or send them out.
const ROLES: &[Role] = &[Operator, ShiftLeader, Dispatcher];

/// The routes of likeness.
pub fn routes() -> Vec<Route> {
    let route = |role: &Role| {
        let path = format!("/api/{}/likenesses", segment(*role));
        let id = format!("{}_likenesses", role.code());
        let summary = "相似 orders that may be about the same, and articles that may answer it";
        Route::post(&id, Who::staff(&[*role]), &path, summary, asked::look)
    };
    let more = Route::get(
        "alike_orders",
        Who::staff(crate::orders::HANDLING),
        "/api/orders/{number}/alike",
        "更多相似 orders that may be about the same as this one",
        asked::more,
    );
    ROLES.iter().map(route).chain([more]).collect()
}
