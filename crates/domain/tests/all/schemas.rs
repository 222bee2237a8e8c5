//! What crosses the wire describes itself: to a client's author as to a
//! generator of clients.

use domain::intake::Register;
use domain::order::Stage;
use domain::text_ref::TextRef;
use domain::time::{Limit, Step};
use domain::{Act, Entry, Order, Refusal};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;

fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

#[test]
fn every_type_on_the_wire_has_a_schema() {
    for (name, schema) in [
        ("Act", schema::<Act>()),
        ("Register", schema::<Register>()),
        ("Order", schema::<Order>()),
        ("Entry", schema::<Entry>()),
        ("Refusal", schema::<Refusal>()),
        ("Step", schema::<Step>()),
    ] {
        assert_eq!(schema["title"], name);
    }
}

/// Two types of one name would be told apart by a number that shifts with
/// every change.
#[test]
fn no_two_types_have_one_name() {
    let mut generator = schemars::SchemaGenerator::default();
    generator.subschema_for::<Act>();
    generator.subschema_for::<Register>();
    generator.subschema_for::<Order>();
    generator.subschema_for::<Entry>();
    generator.subschema_for::<Refusal>();
    generator.subschema_for::<Step>();
    let names: Vec<String> = generator.definitions().keys().map(|name| name.to_lowercase()).collect();
    let numbered = |name: &&String| name.ends_with(|last: char| last.is_ascii_digit());
    assert_eq!(names.iter().find(numbered), None);
    let mut once = names.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), names.len(), "{names:?}");
}

#[test]
fn every_act_is_a_variant_with_its_fields() {
    let schema = schema::<Act>();
    let variants = schema["oneOf"].as_array().expect("one of the acts");
    let named = |name: &&&str| variants.iter().any(|variant| variant["properties"]["act"]["const"] == **name);
    let missing: Vec<_> = Act::NAMES.iter().filter(|name| !named(name)).collect();
    assert_eq!(missing, Vec::<&&str>::new());
    let fields = &schema["$defs"]["Sign"]["properties"];
    assert_eq!(fields["part"]["type"], "integer", "{schema}");
}

#[test]
fn codes_explain_themselves() {
    let schema = schema::<Stage>();
    let first = &schema["oneOf"][0];
    assert_eq!(first["const"], "registered");
    assert!(first["description"].as_str().unwrap().starts_with("待审核"), "{first}");
}

#[test]
fn limits_and_texts_are_what_the_wire_makes_of_them() {
    assert_eq!(schema::<Limit>()["type"], "string");
    assert_eq!(schema::<TextRef>()["properties"]["text"]["type"][0], "string");
    assert_eq!(schema::<domain::Moment>()["type"], "integer");
}
