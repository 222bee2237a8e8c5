//! The writer: one thread with one connection, which writes together the
//! commits that wait together.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::batch;
use super::prepare::Prepared;
use crate::engine::{Conn, DatabaseUrl};
use crate::error::{Result, StoreError};

/// So many commits may wait before callers are held back.
const QUEUE: usize = 1024;

/// How long a lost database is tried for, before those who wait are told.
const PATIENCE: [Duration; 5] = [
    Duration::ZERO,
    Duration::from_millis(100),
    Duration::from_millis(400),
    Duration::from_millis(1000),
    Duration::from_millis(2000),
];

/// Work for the writer's connection. It answers its caller by itself.
type Job = Box<dyn FnOnce(Result<&mut Conn>) + Send>;

enum Message {
    Commit(Waiting),
    Job(Job),
}

/// A commit and who waits for it.
pub(super) struct Waiting {
    pub prepared: Box<Prepared>,
    pub answer: Sender<Result<()>>,
}

/// A commit under way.
#[derive(Debug)]
pub struct Pending(Receiver<Result<()>>);

impl Pending {
    /// Waits until the commit is on the disk, or has failed.
    pub fn wait(self) -> Result<()> {
        self.0.recv().unwrap_or(Err(StoreError::Closed))
    }
}

/// The writer's end that callers hold.
pub(crate) struct Writer {
    queue: Option<SyncSender<Message>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the writer on a connection.
    pub fn start(url: DatabaseUrl, conn: Conn) -> Self {
        let (queue, messages) = sync_channel(QUEUE);
        let line = Line { url, conn: Some(conn), messages, left: VecDeque::new() };
        let thread = std::thread::Builder::new().name("store-writer".into()).spawn(move || line.run());
        Self { queue: Some(queue), thread: Some(thread.expect("the system can start a thread")) }
    }

    /// Hands over a commit.
    pub fn submit(&self, prepared: Prepared) -> Result<Pending> {
        let (answer, pending) = channel();
        let prepared = Box::new(prepared);
        self.send(Message::Commit(Waiting { prepared, answer }))?;
        Ok(Pending(pending))
    }

    /// Does `work` in a transaction of its own, between the commits.
    pub fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.between(|conn| conn.transaction(work))
    }

    /// Does `work` between the commits, without a transaction.
    pub fn between<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, pending) = channel();
        self.send(Message::Job(Box::new(move |conn| {
            // Whoever asked may be gone; then nobody wants the answer.
            let _ = answer.send(conn.and_then(work));
        })))?;
        pending.recv().unwrap_or(Err(StoreError::Closed))
    }

    fn send(&self, message: Message) -> Result<()> {
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.send(message).map_err(|_| StoreError::Closed)
    }
}

impl Drop for Writer {
    /// What was handed over is still written.
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The writer's own end.
struct Line {
    url: DatabaseUrl,
    conn: Option<Conn>,
    messages: Receiver<Message>,
    /// Commits that could not go into the batch before.
    left: VecDeque<Waiting>,
}

impl Line {
    fn run(mut self) {
        loop {
            let mut job = None;
            if self.left.is_empty() {
                match self.messages.recv() {
                    Ok(Message::Commit(waiting)) => self.left.push_back(waiting),
                    Ok(Message::Job(first)) => job = Some(first),
                    Err(_) => return,
                }
            }
            while job.is_none() && self.left.len() < batch::MOST_COMMITS {
                match self.messages.try_recv() {
                    Ok(Message::Commit(waiting)) => self.left.push_back(waiting),
                    Ok(Message::Job(next)) => job = Some(next),
                    Err(_) => break,
                }
            }
            while !self.left.is_empty() {
                let batch = batch::take(&mut self.left);
                self.write(batch);
            }
            if let Some(job) = job {
                job(self.conn());
            }
        }
    }

    /// The connection; opened anew when it was lost.
    fn conn(&mut self) -> Result<&mut Conn> {
        if self.conn.as_ref().is_some_and(Conn::is_lost) {
            self.conn = None;
        }
        let conn = match self.conn.take() {
            Some(conn) => conn,
            None => reopen(&self.url)?,
        };
        Ok(self.conn.insert(conn))
    }

    fn write(&mut self, batch: Vec<Waiting>) {
        let mut done = self.conn().and_then(|conn| batch::write(conn, &batch));
        if matches!(done, Err(StoreError::Lost(_))) {
            // Nothing was written: a server that came back takes it now.
            done = self.conn().and_then(|conn| batch::write(conn, &batch));
        }
        match done {
            Ok(()) => answer(batch, &Ok(())),
            Err(StoreError::Unknown(what)) => self.ask_what_was_written(batch, &what),
            Err(error) if batch.len() > 1 && error.may_be_one_commits() => {
                batch.into_iter().for_each(|waiting| self.write(vec![waiting]));
            }
            Err(StoreError::Taken(what)) => self.explain(batch, what),
            Err(error) => answer(batch, &Err(error)),
        }
    }

    /// The connection broke at the commit itself. The database knows whether
    /// it came through: its journal then has the entries' hashes.
    fn ask_what_was_written(&mut self, batch: Vec<Waiting>, what: &str) {
        let lost = StoreError::Lost(what.to_owned());
        for waiting in batch {
            let told = match self.conn().and_then(|conn| batch::is_written(conn, &waiting.prepared)) {
                Ok(Some(true)) => Ok(()),
                Ok(Some(false)) => Err(lost.clone()),
                Ok(None) | Err(_) => Err(StoreError::Unknown(what.to_owned())),
            };
            answer(vec![waiting], &told);
        }
    }

    /// Something unique was there already: if it is a request, it has been
    /// answered; if it is one of the entries, the order was changed by
    /// somebody else.
    fn explain(&mut self, batch: Vec<Waiting>, what: String) {
        for waiting in batch {
            let prepared = &waiting.prepared;
            let found = self.conn().and_then(|conn| match batch::find_taken(conn, prepared)? {
                None => batch::find_conflict(conn, prepared),
                taken => Ok(taken),
            });
            let error = match found {
                Ok(Some(error)) => error,
                Ok(None) => StoreError::Taken(what.clone()),
                Err(error) => error,
            };
            answer(vec![waiting], &Err(error));
        }
    }
}

fn reopen(url: &DatabaseUrl) -> Result<Conn> {
    let mut last = StoreError::Closed;
    for wait in PATIENCE {
        std::thread::sleep(wait);
        match Conn::open(url) {
            Ok(conn) => return Ok(conn),
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn answer(batch: Vec<Waiting>, told: &Result<()>) {
    for waiting in batch {
        // Whoever asked may be gone; the commit stands or falls without them.
        let _ = waiting.answer.send(told.clone());
    }
}
