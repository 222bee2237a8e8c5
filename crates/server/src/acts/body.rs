//! What is said with an act: the act's own fields, with texts as
//! `{"text": …}`. Four acts speak of other orders, or of things that only the
//! platform knows; these say it in their own way.

use domain::codes::LinkKind;
use domain::life::Act;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::register::Appeal;
use crate::problem::{Problem, why};
use crate::route::Shape;

/// 并单: the order that takes the appeals in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Merging {
    /// Its number.
    pub into: String,
}

/// 拆分: the further matters.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Splitting {
    /// Each becomes an order of its own.
    pub matters: Vec<Appeal>,
    /// Whether a matter is left for this order; else it ends here.
    #[serde(default)]
    pub keeps_a_matter: bool,
}

/// 关联: another order, or a number in another system.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Linking {
    /// How they belong together.
    pub kind: LinkKind,
    /// The number of the other order.
    #[serde(default)]
    pub order: Option<String>,
    /// The number in another system.
    #[serde(default)]
    pub external: Option<String>,
}

/// 清除: what is to be erased of a closed order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Erasing {
    /// All free texts, and the files.
    pub texts: bool,
    /// Who the citizens are.
    pub identities: bool,
    /// The request, or the rule of retention.
    pub basis: String,
}

/// The shape of what is said with an act.
pub(super) fn shape(act: &'static str) -> Shape {
    Box::new(move |shapes| match act {
        "merge" => shapes.subschema_for::<Merging>(),
        "split" => shapes.subschema_for::<Splitting>(),
        "link" => shapes.subschema_for::<Linking>(),
        "erase" => shapes.subschema_for::<Erasing>(),
        _ => of_act(act, shapes),
    })
}

/// The shape of one act, out of that of them all: `Act` is one of many
/// objects, told apart by `act`.
fn of_act(act: &str, shapes: &mut SchemaGenerator) -> Schema {
    let all = shapes.root_schema_for::<Act>();
    let variants = all.get("oneOf").and_then(Value::as_array).cloned().unwrap_or_default();
    let variant = variants.into_iter().find(|variant| variant["properties"]["act"]["const"] == act);
    let mut variant = variant.unwrap_or_else(|| panic!("the schema of acts has none named {act}"));
    // The reference to the act's own struct is all that is wanted of it.
    match variant["$ref"].take() {
        Value::String(path) => json_schema!({ "$ref": path }),
        _ => without_tag(variant),
    }
}

/// The same object without the field that tells acts apart: the path says
/// which act it is.
fn without_tag(mut variant: Value) -> Schema {
    if let Some(properties) = variant["properties"].as_object_mut() {
        properties.remove("act");
    }
    if let Some(required) = variant["required"].as_array_mut() {
        required.retain(|field| field != "act");
    }
    Schema::try_from(variant).expect("an object is a schema")
}

/// The fields of an act that was said, as an object.
pub(super) fn fields(said: Value) -> Result<Value, Problem> {
    match said {
        Value::Object(_) => Ok(said),
        _ => Err(Problem::BadBody { at: ".".to_owned(), why: "an object is needed".to_owned() }),
    }
}

/// Refuses references to texts: a text is told, and what stands in the
/// journal of it is made here. Whoever could name a hash could make the
/// journal speak of a text that nobody ever said.
pub(super) fn without_references(value: &Value) -> Result<(), Problem> {
    match value {
        Value::Object(fields) if fields.contains_key("hash") && fields.contains_key("chars") => {
            let why = "a text is an object with the field `text`".to_owned();
            Err(Problem::BadBody { at: ".".to_owned(), why })
        }
        Value::Object(fields) => fields.values().try_for_each(without_references),
        Value::Array(values) => values.iter().try_for_each(without_references),
        _ => Ok(()),
    }
}

/// Reads a body of a type.
pub(super) fn read<T: serde::de::DeserializeOwned>(said: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(said)
        .map_err(|error| Problem::BadBody { at: error.path().to_string(), why: why(error.inner()) })
}
