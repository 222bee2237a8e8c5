//! Pages of other sites can make a browser call us with the cookie of its
//! user. What changes something is therefore only taken when the browser says
//! that it came from our own pages (OWASP ASVS 3.5).

use axum::http::header::{HOST, ORIGIN};
use axum::http::HeaderMap;

use crate::call::Asker;
use crate::problem::Problem;
use crate::route::Route;

/// Refuses what another site's page made the browser send. A page's form is
/// only ever sent by a browser, whoever asks.
pub(super) fn check(route: &Route, headers: &HeaderMap, asker: &Asker) -> Result<(), Problem> {
    let by_cookie = matches!(asker, Asker::Staff(staff) if staff.by_cookie);
    let by_browser = by_cookie || route.is_page();
    if !by_browser || route.method.is_safe() || came_from_here(headers) {
        Ok(())
    } else {
        Err(Problem::ForeignSite)
    }
}

fn came_from_here(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = said("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let host = said(HOST.as_str());
    let origin = said(ORIGIN.as_str()).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some() && origin == host
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(pairs: &[(&'static str, &str)]) -> bool {
        let pairs = pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        came_from_here(&HeaderMap::from_iter(pairs))
    }

    #[test]
    fn only_our_own_pages() {
        assert!(from(&[("sec-fetch-site", "same-origin")]));
        assert!(!from(&[("sec-fetch-site", "cross-site")]));
        assert!(!from(&[("sec-fetch-site", "same-site"), ("origin", "https://a"), ("host", "a")]));
        assert!(from(&[("origin", "https://hotline.example"), ("host", "hotline.example")]));
        assert!(!from(&[("origin", "https://evil.example"), ("host", "hotline.example")]));
        assert!(!from(&[("origin", "null"), ("host", "hotline.example")]));
        assert!(!from(&[]));
    }
}
