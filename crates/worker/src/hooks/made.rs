//! A hook that somebody wants.

use domain::Act;
use domain::Moment;
use store::NewHook;

use super::event::CALL_REQUESTED;
use super::post::Post;
use super::secret::show_secret;

/// The longest address, in bytes, and the longest name.
const LONGEST_URL: usize = 500;
const LONGEST_NAME: usize = 64;

/// Why there cannot be such a hook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {why}")]
pub struct Unfit {
    /// What of it: `name`, `url`, `events`.
    pub field: &'static str,
    /// What is wrong with it.
    pub why: String,
}

/// A hook with a secret drawn anew, and the secret as it is told, once, to
/// whoever has it.
///
/// # Errors
/// Names what cannot be.
pub fn make(
    post: &Post,
    name: &str,
    url: String,
    events: Vec<String>,
    at: Moment,
) -> Result<(NewHook, String), Unfit> {
    let unfit = |field, why: String| Err(Unfit { field, why });
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(plain) {
        return unfit("name", format!("it has 1 to {LONGEST_NAME} letters, digits, dots and hyphens"));
    }
    if url.len() > LONGEST_URL {
        return unfit("url", format!("it has at most {LONGEST_URL} bytes"));
    }
    if let Err(failure) = post.check_url(&url) {
        return unfit("url", failure.to_string());
    }
    if let Some(unknown) = events.iter().find(|event| !is_event(event)) {
        return unfit("events", format!("there is no event `{unknown}`"));
    }
    let secret: [u8; 32] = rand::random();
    let hook = NewHook { name: name.to_owned(), url, secret: secret.to_vec(), events, created_at: at };
    Ok((hook, show_secret(&secret)))
}

fn is_event(event: &str) -> bool {
    let is_act = |act: &str| act == "*" || act == "register" || Act::NAMES.contains(&act);
    event == CALL_REQUESTED || event.strip_prefix("order.").is_some_and(is_act)
}
