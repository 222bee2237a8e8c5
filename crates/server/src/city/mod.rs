//! 城市: its units, matters, places and policy, for every screen that shows a
//! name in place of a code. Nothing personal is in it.

use std::collections::HashSet;

use axum::http::Method;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use domain::Moment;
use domain::codes::{Level, UnitKind};
use domain::policy::PolicyNumber;
use jiff::civil::Date;
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use sm3::{Digest as _, Sm3};
use store::{Matter, Place, Store};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Answers, Reply, Route, Who};

/// The city, as screens show it.
#[derive(Debug, Serialize, JsonSchema)]
struct CityPage {
    /// Its short name in data.
    id: String,
    /// Its name.
    name: String,
    /// Its time zone, such as `Asia/Shanghai`.
    zone: String,
    /// The unit that runs the hotline.
    hotline_unit: String,
    /// 单位, by code.
    units: Vec<CityUnit>,
    /// 事项, by code.
    matters: Vec<CityMatter>,
    /// 地方, by code.
    places: Vec<CityPlace>,
    /// The policy in force.
    policy: CityPolicy,
}

/// A unit.
#[derive(Debug, Serialize, JsonSchema)]
struct CityUnit {
    code: String,
    name: String,
    kind: UnitKind,
    /// The unit above it; none for the root.
    parent: Option<String>,
    /// The place that it answers for.
    place: Option<String>,
    /// Whether it has ended: it is still named, and no longer chosen.
    #[serde(skip_serializing_if = "is_false")]
    #[schemars(default)]
    ended: bool,
}

/// A class of what appeals are about.
#[derive(Debug, Serialize, JsonSchema)]
struct CityMatter {
    code: String,
    name: String,
    /// The class above it; none at the top.
    parent: Option<String>,
    /// How deep: 1 at the top.
    level: i64,
    /// The level of urgency that an order of it gets by default.
    urgency: Option<Level>,
    /// Words by which it is found.
    keywords: Vec<String>,
    /// Whether it has ended: it is still named, and no longer chosen.
    #[serde(skip_serializing_if = "is_false")]
    #[schemars(default)]
    ended: bool,
}

/// A place.
#[derive(Debug, Serialize, JsonSchema)]
struct CityPlace {
    code: String,
    name: String,
    /// The place around it; none at the top.
    parent: Option<String>,
    /// How deep: 1 at the top.
    level: i64,
    /// Degrees north (WGS 84).
    lat: Option<f64>,
    /// Degrees east.
    lon: Option<f64>,
    /// Whether it has ended: it is still named, and no longer chosen.
    #[serde(skip_serializing_if = "is_false")]
    #[schemars(default)]
    ended: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// The policy in force.
#[derive(Debug, Serialize, JsonSchema)]
struct CityPolicy {
    /// The pack's name in data.
    code: String,
    /// Whose it is.
    name: String,
    /// Rises with each change.
    version: u32,
    /// In force from this day.
    from: Date,
    /// The statute that it was made from.
    source: String,
    /// Every number of it with its basis.
    numbers: Vec<PolicyNumber>,
}

/// The route of the city.
pub fn routes() -> Vec<Route> {
    let answer = Answers::Json(200, SchemaGenerator::subschema_for::<CityPage>);
    vec![Route::raw(
        "city",
        Method::GET,
        Who::any_staff(),
        "/api/city",
        "城市 units, matters, places and the policy in force; 304 when the `ETag` is known",
        answer,
        show,
    )]
}

/// A browser keeps it and asks each time whether it changed.
const ASK_EACH_TIME: &str = "private, no-cache";

fn show(call: &Call) -> Result<Reply, Problem> {
    let page = serde_json::to_vec(&page(call, call.at)?).map_err(|_| Problem::Internal)?;
    let tag = format!("\"{}\"", &store::hex(&Sm3::digest(&page))[..32]);
    let known = call.headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    // A proxy that compressed it calls the same content `W/"…"`.
    let is_known =
        known.flat_map(|line| line.split(',')).any(|known| known.trim().trim_start_matches("W/") == tag);
    let reply = match is_known {
        true => Reply::Bytes { status: 304, media_type: "", bytes: Vec::new(), headers: Vec::new() },
        false => Reply::json(200, page),
    };
    Ok(reply.with(ETAG, &tag).with(CACHE_CONTROL, ASK_EACH_TIME))
}

fn page(call: &Call, at: Moment) -> Result<CityPage, Problem> {
    let desk = call.app.desk();
    let city = desk.city();
    let store = call.app.store();
    let policy = city.policy(at);
    let mut units: Vec<CityUnit> = city.units.all().map(unit).collect();
    units.iter_mut().for_each(|unit| unit.ended = city.units.ended(&unit.code.as_str().into()).is_some());
    let (matters, places) = (ended(&store, "matter")?, ended(&store, "place")?);
    units.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(CityPage {
        id: city.file.id.clone(),
        name: city.file.name.clone(),
        zone: city.file.zone.clone(),
        hotline_unit: city.file.hotline_unit.0.clone(),
        units,
        matters: store.matters()?.into_iter().map(|one| matter(one, &matters)).collect(),
        places: store.places()?.into_iter().map(|one| place(one, &places)).collect(),
        policy: CityPolicy {
            code: policy.id.clone(),
            name: policy.name.clone(),
            version: policy.version,
            from: policy.from,
            source: policy.source.clone(),
            numbers: policy.numbers(),
        },
    })
}

/// The codes of the entries of a list that have ended.
fn ended(store: &Store, kind: &str) -> Result<HashSet<String>, Problem> {
    let ended = store.city_entries(kind)?.into_iter().filter(|entry| entry.ended_at.is_some());
    Ok(ended.map(|entry| entry.code).collect())
}

fn unit(unit: &domain::units::Unit) -> CityUnit {
    CityUnit {
        code: unit.code.0.clone(),
        name: unit.name.clone(),
        kind: unit.kind,
        parent: unit.parent.as_ref().map(|parent| parent.0.clone()),
        place: unit.place.as_ref().map(|place| place.0.clone()),
        ended: false,
    }
}

fn matter(matter: Matter, ended: &HashSet<String>) -> CityMatter {
    CityMatter {
        ended: ended.contains(&matter.code),
        urgency: matter.urgency.parse().ok(),
        keywords: matter.keywords.split_whitespace().map(str::to_owned).collect(),
        parent: (!matter.parent.is_empty()).then_some(matter.parent),
        code: matter.code,
        name: matter.name,
        level: matter.level,
    }
}

fn place(place: Place, ended: &HashSet<String>) -> CityPlace {
    let degrees = |millionths: i64| millionths as f64 / 1e6;
    CityPlace {
        ended: ended.contains(&place.code),
        parent: (!place.parent.is_empty()).then_some(place.parent),
        code: place.code,
        name: place.name,
        level: place.level,
        lat: place.lat_e6.map(degrees),
        lon: place.lon_e6.map(degrees),
    }
}
