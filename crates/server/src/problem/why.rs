//! Why something was not understood, without what it was: that may be
//! somebody's number, and callers log what they are answered.

use std::fmt::Display;

/// How the errors of `serde` begin that repeat a value, up to the value.
const REPEATING: &[&str] = &["invalid type:", "invalid value:", "unknown variant"];

/// The words of an error of `serde`; of a value only what kind it is of.
pub(crate) fn why(error: &impl Display) -> String {
    let words = error.to_string();
    for beginning in REPEATING {
        let Some(rest) = words.strip_prefix(beginning) else { continue };
        let Some(end) = rest.rfind(", expected ") else { continue };
        let kind = rest[..end].split(['"', '`']).next().unwrap_or_default().trim_end();
        return format!("{beginning}{kind}{}", &rest[end..]);
    }
    // Our own types begin with what they were told: `x` is not a time limit.
    match words.strip_prefix('`').and_then(|rest| rest.rsplit_once("` is not ")) {
        Some((_, wanted)) => format!("it is not {wanted}"),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::why;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Help,
    }

    #[test]
    fn a_value_is_not_repeated() {
        let error = serde_json::from_str::<u32>("\"13912345678, expected nothing\"").unwrap_err();
        assert_eq!(why(&error), "invalid type: string, expected u32 at line 1 column 31");
        let error = serde_json::from_str::<String>("13912345678").unwrap_err();
        assert_eq!(why(&error), "invalid type: integer, expected a string at line 1 column 11");
        let error = serde_json::from_str::<Kind>("\"13912345678\"").unwrap_err();
        assert_eq!(why(&error), "unknown variant, expected `help` at line 1 column 13");
        assert!(matches!(serde_json::from_str("\"help\""), Ok(Kind::Help)));
    }
}
