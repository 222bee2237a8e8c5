//! What all pages have in common: the frame around them, and the headers.

use askama::Template;
use axum::http::HeaderName;
use axum::http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY, VARY};

use super::assets;
use super::look::Look;
use super::words::Words;
use crate::app::App;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

/// Which of the main sections a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Home,
    Say,
    Follow,
    Know,
    Cases,
    None,
}

/// The frame around a page.
pub(super) struct Frame {
    /// How it is to look.
    pub look: Look,
    /// Every text.
    pub w: &'static Words,
    /// The city's name.
    pub city: String,
    /// The section that it belongs to.
    pub section: Section,
    /// Where the style lies.
    pub style: &'static str,
    /// Where the script lies.
    pub script: &'static str,
}

impl Frame {
    /// The frame of a page that a call asks for.
    pub fn of(call: &Call, section: Section) -> Self {
        Self::with(&call.app, Look::of_call(call), section)
    }

    /// The frame of a page in a look.
    pub fn with(app: &App, look: Look, section: Section) -> Self {
        let (w, city) = (look.words(), app.desk().city().file.name.clone());
        Self { look, w, city, section, style: assets::style(), script: assets::script() }
    }

    /// Whether a link leads to the section of this page.
    pub fn is(&self, section: &str) -> bool {
        matches!(
            (self.section, section),
            (Section::Home, "home")
                | (Section::Say, "say")
                | (Section::Follow, "follow")
                | (Section::Know, "know")
                | (Section::Cases, "cases")
        )
    }
}

/// Puts what is said into a text, one after the other where `{}` stands.
pub(super) fn fill(text: &str, said: &[&str]) -> String {
    let mut pieces = text.split("{}");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for (piece, said) in pieces.zip(said) {
        whole.push_str(said);
        whole.push_str(piece);
    }
    whole
}

/// Answers with a page.
///
/// # Errors
/// When the page cannot be written.
pub(super) fn page(status: u16, look: &Look, page: &impl Template) -> Result<Reply, Problem> {
    let text = page.render().map_err(|error| {
        tracing::error!(%error, "a page cannot be written");
        Problem::Internal
    })?;
    Ok(look.keep(dressed(Reply::html(status, text))))
}

/// Nothing but our own files is loaded, nothing in the page itself is run, no
/// form leads elsewhere (OWASP ASVS 3.4).
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// With what headers pages go out. They say where a form comes from, which is
/// looked at when it arrives; other sites learn nothing.
fn dressed(reply: Reply) -> Reply {
    reply
        .with(CONTENT_SECURITY_POLICY, POLICY)
        .with(REFERRER_POLICY, "same-origin")
        .with(HeaderName::from_static("permissions-policy"), "geolocation=(self), microphone=(), camera=()")
        .with(VARY, "cookie")
}
