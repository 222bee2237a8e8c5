//! The same promises over HTTP: what was answered with success is there after
//! any death, once, whoever asked for it how often; of two who act at once one
//! wins; and a process that is told to stop cuts nobody off.

mod book;
mod client;
mod files;
mod killed;
mod life;
mod people;
mod process;
mod stop;
mod two;

pub use process::program;
