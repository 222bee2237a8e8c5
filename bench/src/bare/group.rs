//! Writing acts together, as the store's writer does: one connection, and
//! those that wait together are one transaction.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use super::{Act, Bare};

/// What came of writing.
pub struct Group {
    /// How long each act took.
    pub each: Vec<Duration>,
    /// How many transactions it took.
    pub transactions: usize,
}

type Waiting<'a> = (&'a Act, Sender<()>);

/// Writes lives, act by act: so many clients take one life after the other,
/// until the time is over. How many acts of how many lives were written is
/// in what comes back.
pub fn write_all(bare: &mut dyn Bare, lives: &[Vec<Act>], clients: usize, time: Duration) -> Result<Group> {
    let until = Instant::now() + time;
    let (queue, waiting) = channel::<Waiting>();
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write(bare, &waiting));
        let clients: Vec<_> = (0..clients)
            .map(|client| {
                let queue = queue.clone();
                let mine = lives.iter().skip(client).step_by(clients);
                scope.spawn(move || {
                    let mut each = Vec::new();
                    for act in mine.take_while(|_| Instant::now() < until).flatten() {
                        let started = Instant::now();
                        let (answer, answered) = channel();
                        if queue.send((act, answer)).is_err() || answered.recv().is_err() {
                            break;
                        }
                        each.push(started.elapsed());
                    }
                    each
                })
            })
            .collect();
        drop(queue);
        let panicked = |_| anyhow!("a thread panicked");
        let mut each = Vec::new();
        for client in clients {
            each.extend(client.join().map_err(panicked)?);
        }
        let transactions = writer.join().map_err(panicked)??;
        Ok(Group { each, transactions })
    })
}

fn write(bare: &mut dyn Bare, waiting: &Receiver<Waiting>) -> Result<usize> {
    let mut transactions = 0;
    while let Ok(first) = waiting.recv() {
        let group: Vec<Waiting> = std::iter::once(first).chain(waiting.try_iter()).collect();
        let acts: Vec<&Act> = group.iter().map(|(act, _)| *act).collect();
        bare.write(&acts)?;
        transactions += 1;
        // Whoever waits no longer does not want to know.
        group.into_iter().for_each(|(_, answer)| _ = answer.send(()));
    }
    Ok(transactions)
}
