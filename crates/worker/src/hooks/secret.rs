//! The signature under a message, and the secret that makes it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// What stands before a secret's text, so that nobody takes it for something
/// else.
const PREFIX: &str = "whsec_";

/// Why a text is no secret. The text is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a secret is `whsec_` and 24 to 64 bytes in base64")]
pub struct SecretError;

/// A secret from its text.
///
/// # Errors
/// When it is not `whsec_` and 24 to 64 bytes in base64.
pub fn read_secret(text: &str) -> Result<Vec<u8>, SecretError> {
    let encoded = text.strip_prefix(PREFIX).ok_or(SecretError)?;
    let secret = STANDARD.decode(encoded).map_err(|_| SecretError)?;
    if (24..=64).contains(&secret.len()) { Ok(secret) } else { Err(SecretError) }
}

/// The text of a secret: for the one moment in which it is told.
pub fn show_secret(secret: &[u8]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(secret))
}

/// The signature under a message: HMAC-SHA256 over its id, the time (seconds
/// since 1970) and the body, divided by points.
pub fn signature(secret: &[u8], id: &str, seconds: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}
