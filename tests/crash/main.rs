//! Killed at any instant under load, the store loses nothing that it
//! acknowledged and never shows half an act.

mod cluster;
mod database;
mod disk;
mod full;
mod http;
mod jobs;
mod killed;
mod ledger;
mod server;
mod two;
