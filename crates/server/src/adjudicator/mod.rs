//! 职责认定: precedents, rulings that become rules, blank areas, and the
//! measures. What is done about one dispute are acts; they stand in `acts`.

mod blanks;
mod entries;
mod measures;
mod rulings;

use domain::codes::Role::{self, *};

use crate::acts::segment;
use crate::route::{Route, Who};

/// Who reads what was ruled: whoever rules, dispatches or watches.
const READING: &[Role] = &[Adjudicator, Dispatcher, Coordinator, Supervisor, Leader];

/// Who sees the measures.
const MEASURING: &[Role] = &[Adjudicator, Supervisor, Leader];

/// The routes beside the acts.
pub fn routes() -> Vec<Route> {
    let adjudicator = || Who::own_staff(&[Adjudicator]);
    let mut routes = vec![
        Route::post(
            "ruling_entry",
            adjudicator(),
            "/api/adjudicator/ruling-entries",
            "认定转规则 make an entry of the directory of a ruling that holds for all such orders",
            entries::make,
        ),
        Route::get(
            "ruling_contradictions",
            adjudicator(),
            "/api/adjudicator/ruling-contradictions",
            "认定矛盾 rulings in force that nobody can both follow",
            rulings::contradictions,
        ),
    ];
    for role in READING {
        let path = format!("/api/{}/rulings", segment(*role));
        let id = format!("{}_rulings", role.code());
        let summary = "认定案例库 disputes and rulings, by matter, place, unit and ground, or by likeness";
        routes.push(Route::get(&id, Who::own_staff(&[*role]), &path, summary, rulings::list));
    }
    for role in MEASURING {
        let of = |rest: &str| (format!("/api/{}/{rest}", segment(*role)), Who::own_staff(&[*role]));
        let (path, who) = of("responsibility");
        let id = format!("{}_responsibility", role.code());
        let summary = "职责认定指标 each measure with its formula and what it was made from";
        routes.push(Route::get(&id, who, &path, summary, measures::show));
        let (path, who) = of("blank-areas");
        let id = format!("{}_blank_areas", role.code());
        let summary = "监管空白 matters that keep being ruled on, for the body that can change the duties";
        routes.push(Route::get(&id, who, &path, summary, blanks::list));
    }
    routes
}
