//! From a request to its answer: the way that every call goes.

use std::net::{IpAddr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use axum::Router;
use axum::body::{Body as HttpBody, Bytes, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts as _, RawPathParams, Request, State};
use axum::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, on};
use tokio::task::{JoinError, spawn_blocking};

use super::{compress, identify, origin};
use crate::app::App;
use crate::call::{Asker, Call};
use crate::citizen::pages::{self, Look};
use crate::problem::Problem;
use crate::route::{Asks, Body, Reply, Route, Who};
use crate::{access, care, live};

/// The router of every route in the table.
pub fn router(app: &App) -> Router {
    let mut router = Router::new();
    for (at, route) in app.routes().iter().enumerate() {
        let filter = MethodFilter::try_from(route.method.clone()).expect("the table holds plain methods");
        let run = move |State(app): State<App>, request: Request| serve(app, at, request);
        router = router.route(&route.path, on(filter, run));
    }
    let nothing = async |State(app): State<App>, request: Request| {
        elsewhere(&app, &request, Problem::not_there("address"))
    };
    let no_method = async |State(app): State<App>, request: Request| {
        let method = request.method().to_string();
        elsewhere(&app, &request, Problem::NoSuchMethod { method })
    };
    let router = router.fallback(nothing).method_not_allowed_fallback(no_method);
    router.layer(map_response(harden)).layer(compress::layer()).with_state(app.clone())
}

/// The answer where there is no route: a page for whoever reads pages.
fn elsewhere(app: &App, request: &Request, problem: Problem) -> Response {
    let accepts = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !accepts.contains("text/html") {
        return problem.into_response();
    }
    let look = Look::of(request.headers(), request.uri());
    finish(Ok(pages::problem(app, &look, &problem)), "-", &Asker::Nobody)
}

async fn serve(app: App, at: usize, request: Request) -> Response {
    let began = Instant::now();
    let (mut parts, body) = request.into_parts();
    let id = format!("{:016x}", rand::random::<u64>());
    let mut call = Call {
        at: app.now(),
        id: id.clone(),
        asker: Asker::Nobody,
        ip: peer(&app, &parts.headers, parts.extensions.get::<ConnectInfo<SocketAddr>>()),
        seen: None,
        params: Vec::new(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: HeaderMap::new(),
        body: Bytes::new(),
        app: app.clone(),
    };
    let params = RawPathParams::from_request_parts(&mut parts, &()).await;
    call.headers = parts.headers;
    let look = app.routes()[at].is_page().then(|| Look::of_call(&call));
    let (outcome, asker) = match params {
        Ok(params) => {
            call.params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            let talked = talk(call, at, body).await;
            talked.unwrap_or((Err(Problem::Internal), Asker::Nobody))
        }
        // A piece of the path that is no text names nothing.
        Err(_) => (Err(Problem::not_there("address")), Asker::Nobody),
    };
    let outcome = match (outcome, look) {
        (Err(problem), Some(look)) => Ok(pages::problem(&app, &look, &problem)),
        (outcome, _) => outcome,
    };
    let mut response = finish(outcome, &id, &asker);
    compress::mark(&app.routes()[at], &mut response);
    note(&app, at, &id, &asker, response.status(), began);
    response
}

/// A file is received only from somebody who may send it: it is large. What
/// is small is received first, so that one turn at the store does the rest.
async fn talk(
    mut call: Call,
    at: usize,
    body: HttpBody,
) -> Result<(Result<Reply, Problem>, Asker), JoinError> {
    let app = call.app.clone();
    let route = &app.routes()[at];
    let takes_much = route.takes_much();
    if takes_much {
        let (welcome, known) = spawn_blocking(move || (let_in(&mut call, at), call)).await?;
        call = known;
        if let Err(problem) = welcome {
            return Ok((Err(problem), call.asker));
        }
    }
    match arrive(&app, route, &call.headers, body).await {
        Ok(body) => call.body = body,
        Err(problem) => return Ok((Err(problem), call.asker)),
    }
    let work = move || {
        let welcome = if takes_much { Ok(()) } else { let_in(&mut call, at) };
        (welcome.and_then(|()| run(&call, at)), call.asker)
    };
    spawn_blocking(work).await
}

/// The address that asks: the last one in `X-Forwarded-For` that none of our
/// own proxies has.
fn peer(app: &App, headers: &HeaderMap, connection: Option<&ConnectInfo<SocketAddr>>) -> IpAddr {
    let direct =
        connection.map_or(IpAddr::from([127, 0, 0, 1]), |ConnectInfo(address)| address.ip().to_canonical());
    let proxies = &app.options().proxies;
    if !proxies.contains(&direct) {
        return direct;
    }
    let said = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> =
        said.flat_map(|line| line.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.into_iter().rev().find(|hop| !proxies.contains(hop)).unwrap_or(direct)
}

/// Waits for the body: no more than the route takes, no longer than patience
/// lasts.
async fn arrive(app: &App, route: &Route, headers: &HeaderMap, body: HttpBody) -> Result<Bytes, Problem> {
    let most = if matches!(route.body, Body::None) { 0 } else { route.most };
    let too_large = || Problem::TooLarge { most: most as u64 };
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > most) {
        return Err(too_large());
    }
    match tokio::time::timeout(app.options().patience, to_bytes(body, most)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(too_large()),
        Err(_) => Err(Problem::TooSlow),
    }
}

/// Who asks, how often, and whether they may.
fn let_in(call: &mut Call, at: usize) -> Result<(), Problem> {
    let app = call.app.clone();
    let route = &app.routes()[at];
    call.asker = identify::identify(&app, &call.headers, call.at)?;
    if route.is_page() && route.method.is_safe() {
        if !pages::is_uncounted(&route.id) {
            app.limits().count_page(call.ip)?;
        }
    } else if !care::is_uncounted(&route.id) {
        app.limits().count(&call.asker, call.ip)?;
    }
    admit(route, call)?;
    if acts_on_an_order(route) {
        call.seen = Some(access::to_act_on(call, call.param("number"))?);
    }
    Ok(())
}

/// The route's own function. One that panics is a fault of ours and of this
/// call alone.
fn run(call: &Call, at: usize) -> Result<Reply, Problem> {
    let route = &call.app.routes()[at];
    catch_unwind(AssertUnwindSafe(|| (route.run)(call))).unwrap_or_else(|_| {
        tracing::error!(id = call.id, route = route.id, "a route panicked");
        Err(Problem::Internal)
    })
}

/// Whoever acts on an order must see it; that is looked at here, before the
/// route's own function and before what is said. Routes that only read look
/// for themselves, at once with what they read.
fn acts_on_an_order(route: &Route) -> bool {
    matches!(route.who, Who::Staff { .. }) && !route.method.is_safe() && route.path.contains("{number}")
}

fn admit(route: &Route, call: &Call) -> Result<(), Problem> {
    origin::check(route, &call.headers, &call.asker)?;
    let asks = call.asker.asks();
    if !route.who.admits(asks) {
        return Err(match (asks, &route.who) {
            (Asks::Nobody, _) => Problem::NotLoggedIn,
            (Asks::Staff(role, true), Who::Staff { roles, .. }) if roles.contains(&role) => {
                Problem::NotForOutsourced
            }
            _ => Problem::NotForYou { needs: route.who.names() },
        });
    }
    match route.who {
        Who::Citizen if route.is_page() => pages::check_ticket(call)?,
        Who::Citizen => crate::citizen::check_code(call)?,
        _ => {}
    }
    crate::log_in::first_things_first(call, route)
}

fn finish(outcome: Result<Reply, Problem>, id: &str, asker: &Asker) -> Response {
    let mut response = match outcome {
        Ok(Reply::Bytes { status, media_type, bytes, headers: more }) => {
            let mut response = Response::new(HttpBody::from(bytes));
            *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
            let headers = response.headers_mut();
            if !media_type.is_empty() {
                headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
            }
            more.into_iter().for_each(|(name, value)| {
                headers.append(name, value);
            });
            response
        }
        Ok(Reply::Live(stream)) => live::response(*stream),
        Err(problem) => problem.into_response(),
    };
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    set("request-id", id);
    if let Asker::Staff(staff) = asker {
        set("watermark", &staff.mark);
    }
    response
}

/// Whatever is answered, also where there is no route.
async fn harden(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(*name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Headers of every answer (OWASP ASVS 3.4): nothing is framed, sniffed,
/// referred to, or run.
const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "geolocation=(), microphone=(), camera=()"),
    ("cache-control", "no-store"),
    ("strict-transport-security", "max-age=63072000"),
];

/// One line of the log and the metrics: what kind of person, never who; the
/// route, never the path with its numbers.
fn note(app: &App, at: usize, id: &str, asker: &Asker, status: StatusCode, began: Instant) {
    let route = &app.routes()[at];
    let took = began.elapsed();
    app.metrics().count(route, status, took);
    let asker = asker.label();
    tracing::info!(
        id,
        route = route.id,
        asker,
        status = status.as_u16(),
        micros = took.as_micros() as u64,
        "call"
    );
}
