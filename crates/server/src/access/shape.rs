//! Walking through JSON that came from the domain's own types.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// Puts texts in place of references and takes numbers of identities out,
/// however deep they lie.
pub(super) fn resolve(
    value: &mut Value,
    texts: &HashMap<String, Option<String>>,
    mask: &dyn Fn(&str) -> String,
) {
    match value {
        Value::Object(fields) if is_reference(fields) => {
            let hash = fields["hash"].as_str().unwrap_or_default();
            let text = match texts.get(hash) {
                Some(Some(body)) => Some(mask(body)),
                Some(None) => None,
                // An empty text needs no row.
                None => (fields["chars"] == 0).then(String::new),
            };
            *value = json!({ "text": text });
        }
        Value::Object(fields) => {
            fields.remove("citizen");
            fields.values_mut().for_each(|value| resolve(value, texts, mask));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| resolve(value, texts, mask)),
        _ => {}
    }
}

/// A reference to a text is the only object of exactly these two fields.
fn is_reference(fields: &Map<String, Value>) -> bool {
    fields.len() == 2 && fields.contains_key("hash") && fields.contains_key("chars")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_in_the_place_of_their_references() {
        let texts = HashMap::from([("a".to_owned(), Some("路灯".to_owned())), ("b".to_owned(), None)]);
        let mut value = json!({
            "citizen": 7,
            "said": {"hash": "a", "chars": 2},
            "erased": [{"hash": "b", "chars": 9}],
            "empty": {"hash": "c", "chars": 0},
            "photo": {"kind": "photo", "hash": "a"},
        });
        resolve(&mut value, &texts, &|body| format!("<{body}>"));
        assert_eq!(
            value,
            json!({
                "said": {"text": "<路灯>"},
                "erased": [{"text": null}],
                "empty": {"text": ""},
                "photo": {"kind": "photo", "hash": "a"},
            })
        );
    }
}
