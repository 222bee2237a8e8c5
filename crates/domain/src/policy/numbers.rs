//! Every number of a policy, each with what it rests on, for people to read.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Policy;

/// One number of a policy.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PolicyNumber {
    /// Its place in the pack, such as `limits.handling.ordinary`.
    pub at: String,
    /// The number: a time limit such as `5 working days`, a count, a percentage, yes or no, or a list.
    pub value: Value,
    /// 法规条款, or why the platform's default is what it is.
    pub basis: String,
}

impl Policy {
    /// Every number that stands in it, in the order of the pack.
    pub fn numbers(&self) -> Vec<PolicyNumber> {
        let mut found = Vec::new();
        collect("", &serde_json::to_value(self).unwrap_or_default(), &mut found);
        found
    }
}

fn collect(at: &str, value: &Value, found: &mut Vec<PolicyNumber>) {
    let Some(fields) = value.as_object() else { return };
    if let Some(basis) = fields.get("basis").and_then(Value::as_str) {
        let value = fields.get("within").or(fields.get("value")).cloned().unwrap_or_default();
        found.push(PolicyNumber { at: at.to_owned(), value, basis: basis.to_owned() });
        return;
    }
    for (name, value) in fields {
        let at = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
        collect(&at, value, found);
    }
}
