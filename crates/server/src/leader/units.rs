//! 单位数据: units beside others of their kind only. Each rate stands with what
//! it was counted from; below a floor of counts none says anything.

use std::collections::BTreeMap;

use domain::Moment;
use domain::codes::UnitKind;
use domain::figures::Counted;
use domain::ids::UnitId;
use schemars::JsonSchema;
use serde::Serialize;
use store::By;

use super::days::WhichFigures;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// With fewer counts a rate says nothing (3.6: m = 30).
const ENOUGH: u64 = 30;

/// 部分解决、基本满意 count half (3.3 解决率: k = 0.5; 满意率: w = 0.5).
const HALF: f64 = 0.5;

/// Units, by their kind.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct UnitsPage {
    from: Moment,
    to: Moment,
    /// A rate that was counted from fewer says nothing yet.
    enough: u64,
    /// What a partly solved, or a fairly satisfied, citizen counts.
    partly_counts: f64,
    bands: Vec<Band>,
}

/// Units of one kind.
#[derive(Debug, Serialize, JsonSchema)]
struct Band {
    kind: UnitKind,
    /// By code; who is first is not said here.
    units: Vec<UnitFigures>,
}

/// The figures of a unit.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitFigures {
    unit: String,
    /// 派到.
    received: UnitCount,
    /// 按时办结率 (3.2): handled before its limit, approved extensions included, of all handled.
    on_time: UnitRate,
    /// 退单率 (3.2): returned, of all received.
    returned: UnitRate,
    /// 退单被驳回, of all returned.
    returned_rejected: UnitRate,
    /// 重办率: redone, of all handled.
    redone: UnitRate,
    /// 解决率 (3.3, variant A): solved, of all who were reached and asked.
    solved: UnitRate,
    /// 满意率 (3.3): satisfied, of all who were reached and asked.
    satisfied: UnitRate,
}

/// A count.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitCount {
    n: u64,
    /// What `GET /api/orders` lists them by.
    query: String,
}

/// A rate with its counts.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitRate {
    /// So many …
    n: f64,
    /// … of so many.
    of: u64,
    /// What `GET /api/orders` lists the orders by that it is worth to look at: those that were late, returned,
    /// handled anew, or asked about.
    query: String,
}

pub(super) fn show(call: &Call, said: WhichFigures) -> Result<Shown<UnitsPage>, Problem> {
    let asked = said.asked(call)?;
    let desk = call.app.desk();
    let city = desk.city();
    let codes: Option<Vec<String>> =
        asked.area.as_ref().map(|(_, units)| units.iter().map(|unit| unit.0.clone()).collect());
    let days = (asked.first, asked.today);
    let found = call.app.store().figures(By::Unit, codes.as_deref(), Counted::ALL, days)?;
    let mut units: BTreeMap<String, BTreeMap<Counted, u64>> = BTreeMap::new();
    for figure in found {
        *units.entry(figure.code).or_default().entry(figure.what).or_default() += figure.count;
    }
    let from = city.calendar.start_of(asked.first);
    let mut bands: BTreeMap<UnitKind, Vec<UnitFigures>> = BTreeMap::new();
    for (unit, counts) in units {
        let code = UnitId::from(unit.as_str());
        let Some(known) = city.units.get(&code) else { continue };
        bands.entry(known.kind).or_default().push(figures(unit, &counts, from));
    }
    Ok(Shown(UnitsPage {
        from,
        to: call.at,
        enough: ENOUGH,
        partly_counts: HALF,
        bands: bands.into_iter().map(|(kind, units)| Band { kind, units }).collect(),
    }))
}

fn figures(unit: String, counts: &BTreeMap<Counted, u64>, from: Moment) -> UnitFigures {
    let count = |what: Counted| counts.get(&what).copied().unwrap_or(0);
    let since = from.0;
    let happened = |what: &str| format!("unit={unit}&happened={what}&since={since}");
    let returned = format!("area={unit}&returned=true&from={since}");
    let asked = format!("{}&called=true", happened("closed"));
    let plain = |what, of, query| UnitRate { n: count(what) as f64, of: count(of), query };
    let half = |whole, partly, of| {
        let n = count(whole) as f64 + HALF * count(partly) as f64;
        UnitRate { n, of: count(of), query: asked.clone() }
    };
    UnitFigures {
        received: UnitCount { n: count(Counted::Dispatched), query: happened("dispatched") },
        on_time: plain(Counted::HandledOnTime, Counted::Handled, happened("became_late")),
        returned: plain(Counted::Returned, Counted::Dispatched, returned.clone()),
        returned_rejected: plain(Counted::ReturnRejected, Counted::Returned, returned),
        redone: plain(Counted::Redone, Counted::Handled, format!("{}&redone=true", happened("closed"))),
        solved: half(Counted::Solved, Counted::PartlySolved, Counted::AskedSolved),
        satisfied: half(Counted::Satisfied, Counted::FairlySatisfied, Counted::AskedSatisfied),
        unit,
    }
}
