//! What the headers of a call say.

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, IF_MATCH};

use crate::problem::Problem;

/// The longest idempotency key.
const LONGEST_KEY: usize = 100;

/// Refuses a body that does not say that it is JSON: a form of another site
/// cannot say so without being asked first.
pub(super) fn needs_json(headers: &HeaderMap) -> Result<(), Problem> {
    let said = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = said.split(';').next().unwrap_or_default().trim();
    if media_type.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        Err(Problem::WrongMediaType { needs: "application/json".to_owned() })
    }
}

/// The version in `If-Match`: a number, with or without quotes, or `*`.
pub(super) fn version(headers: &HeaderMap) -> Result<Option<u32>, Problem> {
    let Some(value) = headers.get(IF_MATCH) else { return Err(Problem::VersionNeeded) };
    let said = value.to_str().unwrap_or_default().trim();
    if said == "*" {
        return Ok(None);
    }
    let number = said.trim_matches('"').parse();
    number.map(Some).map_err(|_| Problem::BadHeader {
        header: "If-Match".to_owned(),
        why: "it is the number of a version, or *".to_owned(),
    })
}

/// The idempotency key, if there is one.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().unwrap_or_default();
    if key.is_empty() || key.len() > LONGEST_KEY || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Problem::BadHeader {
            header: "Idempotency-Key".to_owned(),
            why: format!("it has 1 to {LONGEST_KEY} visible ASCII characters"),
        });
    }
    Ok(Some(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &'static str, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name.parse().unwrap(), value.parse().unwrap())])
    }

    #[test]
    fn a_version_is_a_number_or_a_star() {
        assert_eq!(version(&with("if-match", "\"7\"")).unwrap(), Some(7));
        assert_eq!(version(&with("if-match", "7")).unwrap(), Some(7));
        assert_eq!(version(&with("if-match", "*")).unwrap(), None);
        assert!(matches!(version(&with("if-match", "seven")), Err(Problem::BadHeader { .. })));
        assert!(matches!(version(&HeaderMap::new()), Err(Problem::VersionNeeded)));
    }

    #[test]
    fn a_key_is_short_and_visible() {
        assert_eq!(idempotency_key(&HeaderMap::new()).unwrap(), None);
        assert_eq!(idempotency_key(&with("idempotency-key", "a-1")).unwrap(), Some("a-1"));
        for bad in ["", " ", "a b", &"x".repeat(LONGEST_KEY + 1)] {
            assert!(idempotency_key(&with("idempotency-key", bad)).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_body_of_json_says_so() {
        assert!(needs_json(&with("content-type", "application/json; charset=utf-8")).is_ok());
        assert!(needs_json(&with("content-type", "text/plain")).is_err());
        assert!(needs_json(&HeaderMap::new()).is_err());
    }
}
