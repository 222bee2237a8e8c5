//! 通知模板: what notices say. The words come with the program; what an
//! administrator changes of them lies beside, and goes on holding when the
//! program is renewed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{CityWrite, Document};
use worker::messages::{Template, Templates};

use super::writing::{Kept, Put, Standing, Version, json};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

const KIND: &str = "template";

/// What a notice says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "NoticeTemplate")]
pub(super) struct OneTemplate {
    /// The language and the notice: `zh.dispatched`.
    id: String,
    /// The language.
    language: String,
    /// Of which notice.
    code: String,
    /// The subject of a mail.
    subject: String,
    /// The text.
    text: String,
    /// Whether it is as it came with the program.
    usual: bool,
}

/// What a notice is to say.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedTemplate")]
pub(super) struct Wanted {
    /// The subject of a mail.
    subject: String,
    /// The text; `{number}`, `{code}`, `{unit}` and `{due}` are put in.
    text: String,
    /// 依据.
    basis: String,
}

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<Kept<OneTemplate>>>, Problem> {
    let store = call.app.store();
    let standing = Standing::of(&store, KIND)?;
    let usual = &call.app.options().templates;
    let Some(usual) = usual else { return Ok(Shown(Vec::new())) };
    let documents = store.documents(Templates::DOCUMENT, call.at)?;
    let changed: Vec<_> = documents.into_iter().map(|document| (document.name, document.body)).collect();
    let templates = usual.with_changes(&changed);
    let one = |(language, code, template): (&str, &str, &Template)| {
        let id = format!("{language}.{code}");
        let one = OneTemplate {
            id: id.clone(),
            language: language.to_owned(),
            code: code.to_owned(),
            subject: template.subject.clone(),
            text: template.text.clone(),
            usual: usual.get(language, code) == Some(template),
        };
        standing.keep(&id, one)
    };
    Ok(Shown(templates.all().map(one).collect()))
}

/// The longest text: an SMS of ten parts.
const LONGEST: usize = 670;

pub(super) fn put(call: &Call, said: Wanted) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let id = call.param("id").to_owned();
    let none = || Problem::not_there("template");
    let (language, code) = id.split_once('.').ok_or_else(none)?;
    let usual = call.app.options().templates.as_ref().and_then(|usual| usual.get(language, code));
    let usual = usual.ok_or_else(none)?;
    let template = Template { subject: said.subject, text: said.text };
    let fits = |text: &str| !text.trim().is_empty() && text.chars().count() <= LONGEST;
    if !fits(&template.subject) || !fits(&template.text) {
        return Err(Problem::bad_value("text", format!("subject and text have 1 to {LONGEST} characters")));
    }
    template.check().map_err(|why| Problem::bad_value("text", why))?;
    let documents = store.documents(Templates::DOCUMENT, call.at)?;
    let document = documents.into_iter().find(|document| document.name == language);
    let mut changed: BTreeMap<String, Template> = match &document {
        Some(document) => serde_json::from_str(&document.body).map_err(|_| Problem::Internal)?,
        None => BTreeMap::new(),
    };
    let was = json(changed.get(code).unwrap_or(usual));
    let became = json(&template);
    changed.insert(code.to_owned(), template);
    let next = Document {
        kind: Templates::DOCUMENT.to_owned(),
        name: language.to_owned(),
        version: document.map_or(0, |document| document.version) + 1,
        body: json(&changed),
        in_force_from: call.at,
    };
    let put = Put { kind: KIND, code: &id, was, became, basis: &said.basis, ends: None };
    put.write(call, CityWrite::Document(next))
}
