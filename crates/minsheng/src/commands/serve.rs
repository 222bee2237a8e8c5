//! `minsheng serve`: everything in one process. Until the wire is built it is
//! the worker, and a port that tells whether it is alive and ready.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use store::{Filter, Store};

use super::worker::Worker;
use crate::settings::Settings;

/// How long a request may take to come in.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves until it is stopped.
pub fn serve(settings: &Settings, listen: Option<String>) -> anyhow::Result<ExitCode> {
    let address = listen.or(settings.said("listen").map(|(address, _)| address));
    let address = address.unwrap_or_else(|| "127.0.0.1:12345".to_owned());
    let store = settings.store()?;
    let mut worker = Worker::new(settings, store.clone())?;
    let listener = TcpListener::bind(&address).with_context(|| format!("cannot listen on {address}"))?;
    println!("listening on http://{}", listener.local_addr()?);
    std::thread::spawn(move || worker.run());
    for stream in listener.incoming() {
        let answered = stream.and_then(|stream| answer(stream, &store));
        if let Err(error) = answered {
            eprintln!("serve: {error}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(mut stream: TcpStream, store: &Store) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    // A request line needs no more than this; the rest is not read.
    BufReader::new(std::io::Read::take(&mut stream, 1_024)).read_line(&mut line)?;
    let (status, body) = match line.split_whitespace().nth(1) {
        Some("/health") => ("200 OK", "ok\n"),
        Some("/ready") if store.count(&Filter { open: Some(true), ..Filter::default() }).is_ok() => {
            ("200 OK", "ready\n")
        }
        Some("/ready") => ("503 Service Unavailable", "the database does not answer\n"),
        _ => ("404 Not Found", "there are /health and /ready\n"),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())
}
