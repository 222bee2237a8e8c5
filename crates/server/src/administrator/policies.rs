//! 政策包: every number with its basis, what a change would do, and a change
//! that holds from a moment to come. What an order was promised it keeps.

use std::collections::BTreeMap;

use domain::Moment;
use domain::codes::Role;
use domain::policy::{Packs, Policy, PolicyNumber, Rules, amend, moved};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{CityWrite, Document};

use super::city::{Put, Version};
use super::previews::{Preview, preview_of};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Route, Shown, Who};

const KIND: &str = "policy";

/// The routes to policy packs.
pub(super) fn routes() -> Vec<Route> {
    let admin = || Who::own_staff(&[Role::Administrator]);
    let mut put = Route::put(
        "put_policy",
        admin(),
        "/api/administrator/policies/{id}",
        "set numbers, or a whole pack, in force from a moment to come",
        put,
    );
    put.versioned = true;
    vec![
        Route::get(
            "list_policies",
            admin(),
            "/api/administrator/policies",
            "政策包 every pack that is known, and which one the city follows",
            list,
        ),
        Route::get(
            "get_policy",
            admin(),
            "/api/administrator/policies/{id}",
            "every number of a pack with its basis",
            get,
        ),
        Route::post(
            "preview_policy",
            admin(),
            "/api/administrator/policy-previews",
            "预演 what other numbers would do to open orders",
            preview,
        ),
        put,
    ]
}

/// A version of a pack.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PolicyVersion")]
struct OneVersion {
    /// The version of the text: what a change is decided on (`If-Match`).
    version: i64,
    /// From when on it holds.
    in_force_from: Moment,
    /// Whether it is the one that holds now.
    holds: bool,
}

/// A pack.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PolicyPack")]
struct Pack {
    /// Its name in commands and data.
    code: String,
    /// The city's name.
    name: String,
    /// The statute that it was made from.
    source: String,
    /// Whether this city follows it.
    followed: bool,
    /// Its versions, oldest first, also those to come.
    versions: Vec<OneVersion>,
}

/// A pack with all that it says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PolicyPage")]
struct PackPage {
    /// The pack.
    pack: Pack,
    /// In force from this day, by its own word.
    from: Date,
    /// Every number that holds now, with its basis.
    numbers: Vec<PolicyNumber>,
    /// The text that holds now, as TOML; what it does not say it inherits.
    text: String,
    /// The paths of the numbers that the text itself says.
    own: Vec<String>,
}

/// What is to be otherwise.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedNumbers")]
struct Wanted {
    /// Numbers that change, each with its basis.
    #[serde(default)]
    changes: Vec<PolicyNumber>,
    /// A whole pack as TOML, in place of the one that there is; then `changes` lie on top of it.
    text: Option<String>,
}

/// What is to be tried.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PolicyTrial")]
struct Trial {
    /// The pack; the one that the city follows, when it is not said.
    policy: Option<String>,
    /// What is to be otherwise.
    #[serde(default)]
    changes: Vec<PolicyNumber>,
    /// A whole pack as TOML.
    text: Option<String>,
    /// How many orders are looked at, at most; 20,000 when it is not said.
    sample: Option<usize>,
}

/// A new version of a pack.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedPolicy")]
struct NewVersion {
    /// Numbers that change, each with its basis.
    #[serde(default)]
    changes: Vec<PolicyNumber>,
    /// A whole pack as TOML.
    text: Option<String>,
    /// From when on it holds: a moment to come.
    in_force_from: Moment,
    /// 依据: the decision that puts it in force.
    basis: String,
}

/// The packs as they lie in the store: of each name all versions, oldest
/// first.
fn documents(call: &Call) -> Result<BTreeMap<String, Vec<Document>>, Problem> {
    let mut packs: BTreeMap<String, Vec<Document>> = BTreeMap::new();
    for document in call.app.store().document_versions(KIND)? {
        packs.entry(document.name.clone()).or_default().push(document);
    }
    Ok(packs)
}

/// The version of a pack that holds at a moment; the first, before any does.
fn holding(versions: &[Document], at: Moment) -> &Document {
    versions.iter().rev().find(|version| version.in_force_from <= at).unwrap_or(&versions[0])
}

/// The texts that hold at a moment.
fn texts(packs: &BTreeMap<String, Vec<Document>>, at: Moment) -> Vec<(String, String)> {
    packs.iter().map(|(name, versions)| (name.clone(), holding(versions, at).body.clone())).collect()
}

fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<Pack>>, Problem> {
    let packs = documents(call)?;
    Ok(Shown(packs.iter().map(|(code, versions)| pack(call, code, versions)).collect()))
}

fn pack(call: &Call, code: &str, versions: &[Document]) -> Pack {
    let desk = call.app.desk();
    let city = desk.city();
    let policy = city.packs.versions(code).ok().and_then(|versions| versions.last());
    let now = holding(versions, call.at);
    Pack {
        code: code.to_owned(),
        name: policy.map_or_else(String::new, |policy| policy.name.clone()),
        source: policy.map_or_else(String::new, |policy| policy.source.clone()),
        followed: city.file.policy == code,
        versions: versions
            .iter()
            .map(|version| OneVersion {
                version: version.version,
                in_force_from: version.in_force_from,
                holds: version.version == now.version,
            })
            .collect(),
    }
}

fn get(call: &Call, _: NoQuery) -> Result<Shown<PackPage>, Problem> {
    let packs = documents(call)?;
    let code = call.param("id");
    let versions = packs.get(code).ok_or_else(|| Problem::not_there("policy"))?;
    let text = holding(versions, call.at).body.clone();
    let policy = known(&texts(&packs, call.at), code)?;
    let numbers = policy.numbers();
    let own = domain::policy::paths(&text);
    Ok(Shown(PackPage { pack: pack(call, code, versions), from: policy.from, numbers, text, own }))
}

/// A pack as these texts make it.
fn known(texts: &[(String, String)], code: &str) -> Result<Policy, Problem> {
    let packs = Packs::parse(texts).map_err(|error| Problem::bad_value("policy", error))?;
    let versions = packs.versions(code).map_err(|_| Problem::not_there("policy"))?;
    versions.last().cloned().ok_or_else(|| Problem::not_there("policy"))
}

/// The text of a pack and the pack itself, with what is wanted, as if it held
/// from a moment. What contradicts itself is told in the words of the check.
fn wanted(
    call: &Call,
    packs: &BTreeMap<String, Vec<Document>>,
    code: &str,
    wanted: Wanted,
    from: Moment,
) -> Result<Result<(String, Policy), String>, Problem> {
    let versions = packs.get(code).ok_or_else(|| Problem::not_there("policy"))?;
    // On top of what will hold then: a change that is decided already is not
    // taken back by the next.
    let base = holding(versions, from);
    let last = versions.iter().map(|document| document.version).max().unwrap_or(0);
    let version = u32::try_from(last + 1).map_err(|_| Problem::Internal)?;
    let mut all = texts(packs, from);
    let text = wanted.text.unwrap_or_else(|| base.body.clone());
    set(&mut all, code, &text);
    let there = match known(&all, code) {
        Ok(policy) => policy,
        Err(Problem::BadValue { why, .. }) => return Ok(Err(why)),
        Err(problem) => return Err(problem),
    };
    let desk = call.app.desk();
    let day = desk.city().calendar.date(from);
    let text = match amend(code, &text, &there, &wanted.changes, version, day) {
        Ok(text) => text,
        Err(error) => return Ok(Err(error.to_string())),
    };
    set(&mut all, code, &text);
    match known(&all, code) {
        Ok(policy) => Ok(Ok((text, policy))),
        Err(Problem::BadValue { why, .. }) => Ok(Err(why)),
        Err(problem) => Err(problem),
    }
}

fn set(texts: &mut [(String, String)], code: &str, text: &str) {
    if let Some(known) = texts.iter_mut().find(|(name, _)| name == code) {
        text.clone_into(&mut known.1);
    }
}

fn preview(call: &Call, said: Trial) -> Result<Shown<Preview>, Problem> {
    let desk = call.app.desk();
    let city = desk.city();
    let code = said.policy.unwrap_or_else(|| city.file.policy.clone());
    let packs = documents(call)?;
    let trial = Wanted { changes: said.changes, text: said.text };
    let other = match wanted(call, &packs, &code, trial, call.at)? {
        Ok((_, policy)) => policy,
        Err(why) => return Ok(Shown(Preview::contradiction(why))),
    };
    let now = Rules { policy: city.policy(call.at), calendar: &city.calendar };
    let other = Rules { policy: &other, calendar: &city.calendar };
    preview_of(call, said.sample, |order| moved(order, now, other)).map(Shown)
}

fn put(call: &Call, said: NewVersion) -> Result<Shown<Version>, Problem> {
    let code = call.param("id").to_owned();
    let against = call.version()?;
    // Orders that were handled under the old numbers were handled rightly.
    if said.in_force_from <= call.at {
        return Err(Problem::bad_value("in_force_from", "rules hold from a moment to come, never backwards"));
    }
    if said.changes.is_empty() && said.text.is_none() {
        return Err(Problem::bad_value("changes", "say which numbers change, or give the whole pack"));
    }
    let packs = documents(call)?;
    let versions = packs.get(&code).ok_or_else(|| Problem::not_there("policy"))?;
    let last = versions.iter().map(|document| document.version).max().unwrap_or(0);
    if let Some(expected) = against.filter(|expected| i64::from(*expected) != last) {
        let version = u32::try_from(last).unwrap_or(u32::MAX);
        return Err(Problem::Changed { expected, version, since: Vec::new() });
    }
    let before = known(&texts(&packs, said.in_force_from), &code)?;
    let asked = Wanted { changes: said.changes, text: said.text };
    let (text, after) = wanted(call, &packs, &code, asked, said.in_force_from)?
        .map_err(|why| Problem::bad_value("changes", why))?;
    if after.id != before.id {
        return Err(Problem::bad_value(
            "text",
            format!("the pack calls itself {}, not {}", after.id, before.id),
        ));
    }
    let (was, became) = differing(&before, &after);
    let next = Document {
        kind: KIND.to_owned(),
        name: code.clone(),
        version: last + 1,
        body: text,
        in_force_from: said.in_force_from,
    };
    let put = Put { kind: KIND, code: &code, was, became, basis: &said.basis, ends: None };
    put.write_against(call, None, CityWrite::Document(next)).map(|_| Shown(Version { version: last + 1 }))
}

/// The numbers that two packs give differently, as the record keeps them.
fn differing(before: &Policy, after: &Policy) -> (String, String) {
    let (before, after) = (before.numbers(), after.numbers());
    let but = |these: &[PolicyNumber], those: &[PolicyNumber]| {
        let left: Vec<&PolicyNumber> = these.iter().filter(|number| !those.contains(number)).collect();
        super::city::json(&left)
    };
    (but(&before, &after), but(&after, &before))
}
