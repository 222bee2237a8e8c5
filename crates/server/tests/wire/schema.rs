//! Holding answers against the OpenAPI document.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use jsonschema::Validator;
use serde_json::{Value, json};
use server::App;

use crate::world::Answer;

/// Panics when an answer is not what the document promises.
pub fn check(app: &App, method: &str, path: &str, answer: &Answer) {
    let Some(route) = template(app, method, path) else { return };
    // Pages, and what belongs to one, are for people: the document does not tell of them.
    if app.routes().iter().any(|known| known.path == route && known.is_page()) {
        return;
    }
    let media_type = crate::world::header(answer, "content-type");
    if !crate::world::header(answer, "content-encoding").is_empty() {
        return;
    }
    let what = format!("{method} {route} {}", answer.status);
    let pointer = match media_type.as_str() {
        "application/problem+json" => {
            "/components/responses/Problem/content/application~1problem+json/schema".to_owned()
        }
        "application/json" if answer.status.is_success() && route != "/api/openapi.json" => format!(
            "/paths/{}/{}/responses/{}/content/application~1json/schema",
            route.replace('~', "~0").replace('/', "~1"),
            method.to_lowercase(),
            answer.status.as_u16()
        ),
        _ => return,
    };
    let faults = with_validator(app, &pointer, |validator| {
        validator
            .iter_errors(&answer.json)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect::<Vec<_>>()
    });
    assert!(faults.is_empty(), "{what} is not as the document says: {faults:?}\n{}", answer.json);
}

/// The route of the table that a path belongs to.
pub fn template(app: &App, method: &str, path: &str) -> Option<String> {
    let fits = |template: &str| {
        let (mut said, mut wanted) = (path.split('/'), template.split('/'));
        loop {
            match (said.next(), wanted.next()) {
                (None, None) => return true,
                (Some(said), Some(wanted))
                    if said == wanted || (wanted.starts_with('{') && !said.is_empty()) => {}
                _ => return false,
            }
        }
    };
    let of_method = app.routes().iter().filter(|route| route.method.as_str() == method);
    let mut fitting: Vec<&str> =
        of_method.map(|route| route.path.as_str()).filter(|path| fits(path)).collect();
    fitting.sort_by_key(|path| path.matches('{').count());
    fitting.first().map(|path| (*path).to_owned())
}

fn with_validator<T>(app: &App, pointer: &str, work: impl FnOnce(&Validator) -> T) -> T {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    static KNOWN: Mutex<Option<HashMap<String, Validator>>> = Mutex::new(None);
    let document = DOCUMENT.get_or_init(|| serde_json::from_str(app.document()).unwrap());
    let mut known = KNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let known = known.get_or_insert_default();
    let validator = known.entry(pointer.to_owned()).or_insert_with(|| {
        let shape = document.pointer(pointer).unwrap_or_else(|| panic!("the document has no {pointer}"));
        let whole = json!({"components": document["components"], "allOf": [shape]});
        jsonschema::options().build(&whole).unwrap_or_else(|error| panic!("{pointer}: {error}"))
    });
    work(validator)
}
