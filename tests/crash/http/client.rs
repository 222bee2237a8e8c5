//! Calls, and their answers.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use ureq::Agent;

use super::people::token;
use super::process::Doors;

/// How long a call is repeated until something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is asked for.
pub struct Ask<'a> {
    /// By whom: a log-in, or the other system.
    pub by: &'a str,
    pub path: String,
    /// The version that an act is decided on.
    pub version: Option<u32>,
    /// The idempotency key.
    pub key: Option<String>,
    pub body: Vec<u8>,
}

/// An answer that came whole.
pub struct Answer {
    pub status: u16,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Its body.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).expect("a body of JSON")
    }
}

/// Whoever calls: connections are kept and used again.
pub struct Client(Agent);

impl Client {
    /// A client of a program.
    pub fn new() -> Self {
        Self::keeping(3)
    }

    /// One that keeps so many connections.
    pub fn keeping(connections: usize) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .max_idle_connections(connections)
            .max_idle_connections_per_host(connections);
        Self(config.build().new_agent())
    }

    /// Posts once.
    pub fn post(&self, port: u16, ask: &Ask) -> Result<Answer, ureq::Error> {
        let mut request = self.0.post(format!("http://127.0.0.1:{port}{}", ask.path));
        let media_type = if ask.path.contains("/attachments") { "text/plain" } else { "application/json" };
        request = request.header("content-type", media_type).header("authorization", bearer(ask.by));
        if let Some(version) = ask.version {
            request = request.header("if-match", format!("\"{version}\""));
        }
        if let Some(key) = &ask.key {
            request = request.header("idempotency-key", key);
        }
        let mut response = request.send(&ask.body[..])?;
        Ok(Answer { status: response.status().as_u16(), bytes: response.body_mut().read_to_vec()? })
    }

    /// Gets something that must be there.
    pub fn get(&self, port: u16, by: &str, path: &str) -> Vec<u8> {
        let request =
            self.0.get(format!("http://127.0.0.1:{port}{path}")).header("authorization", bearer(by));
        let mut response = request.call().expect("the program answers");
        let bytes = response.body_mut().read_to_vec().expect("a whole answer");
        assert_eq!(response.status(), 200, "{path}: {}", String::from_utf8_lossy(&bytes));
        bytes
    }

    /// Asks until it is answered with success, each time in the same words and
    /// at the next door.
    pub fn insist(&self, doors: &Doors, door: &AtomicUsize, ask: &Ask) -> Answer {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.post(doors.port(door.load(Ordering::Relaxed)), ask) {
                Ok(answer) if answer.status == 201 => return answer,
                // The platform says itself that one may ask again.
                Ok(answer) if answer.status == 503 => {}
                Ok(answer) => {
                    panic!(
                        "{} {}: {} {}",
                        ask.by,
                        ask.path,
                        answer.status,
                        String::from_utf8_lossy(&answer.bytes)
                    )
                }
                Err(_) => {}
            }
            assert!(Instant::now() < until, "{} {} is not answered", ask.by, ask.path);
            door.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

fn bearer(by: &str) -> String {
    format!("Bearer {}", token(by))
}
