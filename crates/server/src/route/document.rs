//! The OpenAPI 3.1 document, read off the table of routes. `schemars` makes
//! the shapes from the types themselves, so that document and program cannot
//! drift apart.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::{Answers, Body, Route, Who};
use crate::problem::Problem;

/// The document for these routes.
pub fn document(routes: &[Route]) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut shapes = settings.into_generator();
    let problem = shapes.subschema_for::<Problem>();
    let mut paths = Map::new();
    for route in routes.iter().filter(|route| !matches!(route.answer, Answers::Page)) {
        let path = paths.entry(route.path.clone()).or_insert_with(|| json!({}));
        path[route.method.as_str().to_lowercase()] = operation(route, &mut shapes);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Minsheng 民声",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": schemas(shapes),
            "responses": {
                "Problem": {
                    "description": "What went wrong (RFC 9457): a stable code with data",
                    "content": {"application/problem+json": {"schema": {
                        "type": "object",
                        "required": ["type", "title", "status", "code"],
                        "properties": {
                            "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
                        },
                        "allOf": [problem],
                    }}},
                },
            },
            "securitySchemes": {
                "session": {"type": "http", "scheme": "bearer", "description": "The token of POST /api/sessions"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "minsheng"},
                "code": {"type": "apiKey", "in": "header", "name": "Query-Code",
                    "description": "The query code that the citizen got with the order's number"},
                "system": {"type": "http", "scheme": "bearer", "description": "The key of another system"},
            },
        },
    })
}

const ABOUT: &str = "The hotline on the wire. Moments are milliseconds since 1970-01-01T00:00:00 UTC. \
A free text is an object {\"text\": …}, null when it was erased. Every act is a noun under the role that performs \
it; it says with `If-Match` which version of the order it was decided on (or `*`), and may carry an \
`Idempotency-Key`: asked again with the same key, the first answer is given again. Every problem is \
`application/problem+json` with a stable `code`.";

fn schemas(mut shapes: SchemaGenerator) -> Value {
    let named: Map<String, Value> = shapes.take_definitions(true).into_iter().collect();
    Value::Object(named)
}

fn operation(route: &Route, shapes: &mut SchemaGenerator) -> Value {
    let mut operation = json!({
        "operationId": route.id,
        "summary": route.summary,
        "tags": [tag(&route.path)],
        "parameters": parameters(route, shapes),
        "responses": responses(route, shapes),
        "x-roles": route.who.names(),
    });
    let security = match route.who {
        Who::Anybody => json!([]),
        Who::Citizen => json!([{"code": []}]),
        Who::Staff { .. } => json!([{"session": []}, {"cookie": []}]),
        Who::Systems(_) => json!([{"system": []}]),
    };
    operation["security"] = security;
    match &route.body {
        Body::None | Body::Form => {}
        Body::Json(shape) => {
            operation["requestBody"] =
                json!({"required": true, "content": {"application/json": {"schema": shape(shapes)}}});
        }
        Body::File => {
            let bytes = json!({"schema": {"type": "string", "contentEncoding": "binary"}});
            operation["requestBody"] =
                json!({"required": true, "content": {"application/octet-stream": bytes}});
        }
    }
    operation
}

/// The person or thing that the path begins with.
fn tag(path: &str) -> &str {
    path.trim_start_matches("/api/").split('/').next().unwrap_or_default()
}

fn parameters(route: &Route, shapes: &mut SchemaGenerator) -> Vec<Value> {
    let mut parameters: Vec<Value> = names(&route.path)
        .map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}))
        .collect();
    if let Some(describe) = route.query {
        let shape = describe(shapes);
        parameters.extend(fields(&shape, shapes));
    }
    if route.versioned {
        parameters.push(json!({
            "name": "If-Match", "in": "header", "required": true, "schema": {"type": "string"},
            "description": "The version that the act was decided on, or *",
        }));
    }
    if route.creates {
        parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "schema": {"type": "string", "minLength": 1, "maxLength": 100},
            "description": "Asked again with the same key, the first answer is given again",
        }));
    }
    parameters
}

/// The names in braces of a path.
pub(super) fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|piece| piece.strip_prefix('{')?.strip_suffix('}'))
}

/// The fields of a query, each a parameter of its own.
fn fields(shape: &Schema, shapes: &mut SchemaGenerator) -> Vec<Value> {
    let shape = match shape.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
        Some(name) => shapes.definitions().get(name).cloned().unwrap_or_default(),
        None => shape.as_value().clone(),
    };
    let required: Vec<&str> =
        shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let Some(properties) = shape["properties"].as_object() else { return Vec::new() };
    let parameter = |(name, schema): (&String, &Value)| json!({"name": name, "in": "query", "required": required.contains(&name.as_str()), "schema": without_null(schema)});
    // By name: in which order fields stand depends on how the program was built.
    let mut sorted: Vec<_> = properties.iter().collect();
    sorted.sort_by_key(|(name, _)| *name);
    sorted.into_iter().map(parameter).collect()
}

/// The schema of a field without null, which no query can say: what is not
/// said is left out.
fn without_null(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if schema["default"].is_null()
        && let Some(fields) = schema.as_object_mut()
    {
        fields.remove("default");
    }
    if let Some(kinds) = schema["type"].as_array() {
        let kinds: Vec<Value> = kinds.iter().filter(|kind| *kind != "null").cloned().collect();
        schema["type"] = if kinds.len() == 1 { kinds[0].clone() } else { kinds.into() };
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let choices: Vec<Value> = choices.iter().filter(|choice| choice["type"] != "null").cloned().collect();
        schema["anyOf"] = choices.into();
    }
    schema
}

fn responses(route: &Route, shapes: &mut SchemaGenerator) -> Value {
    let mut responses = Map::new();
    let (status, good) = match &route.answer {
        Answers::Json(status, describe) => {
            (*status, json!({"application/json": {"schema": describe(shapes)}}))
        }
        Answers::File(media_type) => (200, json!({(*media_type): {"schema": {}}})),
        Answers::Live => (200, json!({"text/event-stream": {"schema": {"type": "string"}}})),
        Answers::Text(media_type) => (200, json!({(*media_type): {"schema": {}}})),
        Answers::Nothing | Answers::Page => (204, Value::Null),
    };
    let mut done = json!({"description": "Done"});
    if !good.is_null() {
        done["content"] = good;
    }
    responses.insert(status.to_string(), done);
    responses.insert("default".to_owned(), json!({"$ref": "#/components/responses/Problem"}));
    Value::Object(responses)
}
