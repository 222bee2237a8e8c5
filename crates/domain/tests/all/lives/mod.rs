//! Whole lives.

mod called;
mod disputes;
mod ends;
mod intake;
mod joint;
mod looked_at_again;
mod plain;
mod quarrels;
mod several;
mod shown;
mod time;
