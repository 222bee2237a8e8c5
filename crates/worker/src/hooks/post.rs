//! One message on its way to one hook.

use std::time::Duration;

use domain::Moment;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;

use super::addresses::PublicOnly;
use super::secret::signature;

/// How long a hook may take to answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Posts messages to hooks.
pub struct Post {
    agent: Agent,
    private: bool,
}

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The hook is gone (410) and wants nothing any more.
    #[error("answered 410: gone")]
    Gone,
    /// Another answer than 2xx. A redirect is one: it is not followed.
    #[error("answered {0}")]
    Status(u16),
    /// The address is one that hooks may not have.
    #[error("{0}")]
    Forbidden(&'static str),
    /// No answer.
    #[error("no answer: {0}")]
    Silent(String),
}

impl Post {
    /// A post that reaches public addresses by https only; or, `private`,
    /// every address and by http, too: for development and tests.
    pub fn new(private: bool) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .https_only(!private)
            // A proxy would connect where the resolver cannot see it.
            .proxy(None)
            .user_agent(concat!("minsheng/", env!("CARGO_PKG_VERSION")))
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .build();
        let agent = if private {
            Agent::new_with_config(config)
        } else {
            Agent::with_parts(config, DefaultConnector::default(), PublicOnly::default())
        };
        Self { agent, private }
    }

    /// Whether a hook may have this address, as far as that can be said
    /// without looking up its name.
    ///
    /// # Errors
    /// [`Failure::Forbidden`].
    pub fn check_url(&self, url: &str) -> Result<(), Failure> {
        let uri: ureq::http::Uri = url.parse().map_err(|_| Failure::Forbidden("this is no address"))?;
        match (uri.scheme_str(), uri.host()) {
            (_, None | Some("")) => Err(Failure::Forbidden("the address names no host")),
            (Some("https"), _) => Ok(()),
            (Some("http"), _) if self.private => Ok(()),
            _ => Err(Failure::Forbidden("the address must begin with https://")),
        }
    }

    /// Posts a message, signed.
    ///
    /// # Errors
    /// Why it was not taken.
    pub fn send(&self, url: &str, secret: &[u8], id: &str, body: &str, now: Moment) -> Result<(), Failure> {
        self.check_url(url)?;
        let seconds = now.0.div_euclid(1_000);
        let answer = self
            .agent
            .post(url)
            .content_type("application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", seconds.to_string())
            .header("webhook-signature", signature(secret, id, seconds, body))
            .send(body);
        match answer.map(|answer| answer.status().as_u16()) {
            Ok(200..300) => Ok(()),
            Ok(410) => Err(Failure::Gone),
            Ok(status) => Err(Failure::Status(status)),
            Err(error) => Err(Failure::Silent(error.to_string())),
        }
    }
}
