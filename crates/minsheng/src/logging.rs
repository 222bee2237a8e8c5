//! The log: lines on standard error, with codes and numbers and never a name
//! or a text of an appeal.

use std::io::{IsTerminal as _, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use tracing::{Level, Metadata};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::settings::Settings;

/// Begins to log as the settings say. What is logged is written out when what
/// is returned is dropped.
pub fn begin(settings: &Settings) -> anyhow::Result<Writing> {
    let said = |key: &str, default: &str| settings.said(key).map_or(default.to_owned(), |(text, _)| text);
    let filter = EnvFilter::try_new(said("log", "info")).context("`log` is not understood")?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(Buffered)
        .with_ansi(std::io::stderr().is_terminal());
    match said("log_form", "text").as_str() {
        "text" => lines.with_target(false).init(),
        "json" => lines.json().flatten_event(true).with_target(false).init(),
        other => anyhow::bail!("log_form is `text` or `json`, not `{other}`"),
    }
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = stop.clone();
    std::thread::spawn(move || {
        while !stopped.load(Ordering::Relaxed) {
            std::thread::sleep(EVERY);
            write_out();
        }
    });
    Ok(Writing(stop))
}

/// Lines are written together so often: a process that is killed loses no more
/// than that. Warnings and errors are written at once.
const EVERY: Duration = Duration::from_millis(100);

/// Logging under way.
pub struct Writing(Arc<AtomicBool>);

impl Drop for Writing {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
        write_out();
    }
}

/// The lines that wait. A call that logs is not to wait for a disk, nor for
/// another one that does.
static WAITING: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// So many bytes wait at most.
const MOST: usize = 256 * 1024;

/// Writes what waits, in the order in which it came.
fn write_out() {
    let mut stderr = std::io::stderr().lock();
    let lines = std::mem::take(&mut *WAITING.lock().unwrap_or_else(PoisonError::into_inner));
    // There is nobody to tell that nobody can be told.
    let _ = stderr.write_all(&lines);
}

/// Where lines go.
struct Buffered;

impl<'a> MakeWriter<'a> for Buffered {
    type Writer = Line;

    fn make_writer(&'a self) -> Line {
        Line { at_once: false }
    }

    fn make_writer_for(&'a self, meta: &Metadata<'_>) -> Line {
        Line { at_once: *meta.level() <= Level::WARN }
    }
}

/// One line.
struct Line {
    at_once: bool,
}

impl Write for Line {
    fn write(&mut self, piece: &[u8]) -> std::io::Result<usize> {
        let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.extend_from_slice(piece);
        let full = waiting.len() >= MOST;
        drop(waiting);
        if self.at_once || full {
            write_out();
        }
        Ok(piece.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
