//! Clients that take their time, on a real socket: they are let go, and the
//! others do not notice. (OWASP ASVS 2.4, 4.2)

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use server::{Bound, Options};
use tokio::sync::oneshot;

use crate::world::{World, token};

/// How patient the server of these tests is.
const PATIENCE: Duration = Duration::from_millis(300);

/// So long nobody waits for a server that lets them hang.
const GIVE_UP: Duration = Duration::from_secs(10);

/// A server that listens.
struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<std::io::Result<()>>>,
    world: World,
}

impl Server {
    fn start() -> Self {
        let options = Options { patience: PATIENCE, header_patience: PATIENCE, ..Options::default() };
        let world = World::with(options);
        let app = world.app.clone();
        let (tell, told) = mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let bound = Bound { listen: ([127, 0, 0, 1], 0).into(), tls: None, drain: Duration::ZERO };
            let ready = move |address| tell.send(address).unwrap();
            server::serve(&app, &bound, ready, async {
                let _ = stopped.await;
            })
        });
        Self { address: told.recv().unwrap(), stop: Some(stop), thread: Some(thread), world }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(GIVE_UP)).unwrap();
        stream
    }

    /// What is answered to these bytes, until the server hangs up.
    fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(bytes).unwrap();
        heard(&mut stream)
    }

    fn is_well(&self) {
        let answer = self.say(b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        let served = self.thread.take().map(JoinHandle::join);
        assert!(std::thread::panicking() || matches!(served, Some(Ok(Ok(())))));
    }
}

/// Everything until the server hangs up.
///
/// # Panics
/// When it does not.
fn heard(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the server still waits: {error}"),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn headers_that_never_end_are_not_waited_for() {
    let server = Server::start();
    let began = Instant::now();
    let beginnings: &[&[u8]] = &[
        b"",
        b"G",
        b"P",
        b"PRI * HTTP/2.0\r\n",
        b"GET /health HTTP/1.1\r\n",
        b"GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ",
    ];
    let mut streams: Vec<TcpStream> = beginnings.iter().map(|_| server.connect()).collect();
    for (stream, beginning) in streams.iter_mut().zip(beginnings) {
        stream.write_all(beginning).unwrap();
    }
    for (stream, beginning) in streams.iter_mut().zip(beginnings) {
        let answer = heard(stream);
        assert!(!answer.contains(" 200 "), "{beginning:?}: {answer}");
    }
    assert!(began.elapsed() < GIVE_UP);
    server.is_well();
}

#[test]
fn a_connection_that_is_done_talking_is_closed() {
    let server = Server::start();
    let mut stream = server.connect();
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
    let answer = heard(&mut stream);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[test]
fn a_body_that_dribbles_is_not_waited_for() {
    let server = Server::start();
    let mut stream = server.connect();
    let head = format!(
        "POST /api/operator/orders HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"content\"",
        token("operator")
    );
    stream.write_all(head.as_bytes()).unwrap();
    let answer = heard(&mut stream);
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("too_slow"), "{answer}");
    assert_eq!(server.world.get("supervisor", "/api/orders/count").json["count"], 0);
    server.is_well();
}

#[test]
fn a_call_that_is_not_http_is_not_answered_as_one() {
    let server = Server::start();
    let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(100_000));
    let many = format!("GET /health HTTP/1.1\r\nHost: a\r\n{}\r\n", "X-A: b\r\n".repeat(1_000));
    let wide = format!("GET /health HTTP/1.1\r\nHost: a\r\nX-A: {}\r\n\r\n", "b".repeat(1_000_000));
    let bad: &[&[u8]] = &[
        b"\x16\x03\x01\x02\0\x01\0",
        b"GET /health\r\n\r\n",
        b"GET /health HTTP/9.9\r\n\r\n",
        b"GET /hea lth HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: a\r\nX-A: b\0c\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: a\r\nX-A : b\r\n\r\n",
        // Two who read the same call differently could be played against each
        // other (request smuggling).
        b"POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        b"POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"POST /api/sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        long.as_bytes(),
        many.as_bytes(),
        wide.as_bytes(),
    ];
    for bytes in bad {
        let mut stream = server.connect();
        // It may hang up while it is still told.
        let _ = stream.write_all(bytes);
        let answer = heard(&mut stream);
        let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]);
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(answer.is_empty() || status.starts_with('4'), "{beginning}: {answer}");
    }
    server.is_well();
}

#[test]
fn a_second_call_hidden_in_the_body_of_the_first_is_not_heard() {
    let server = Server::start();
    let hidden = "GET /api/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n";
    let both = format!(
        "POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
        5 + hidden.len()
    );
    let answer = server.say(both.as_bytes());
    assert!(!answer.contains("\"openapi\""), "{answer}");
    let counted = format!(
        "POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{hidden}",
        hidden.len()
    );
    let answer = server.say(counted.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 400") && !answer.contains("\"openapi\""), "{answer}");
}
