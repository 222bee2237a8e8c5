//! The rules, tested as stories: given a city, when these people do these
//! things, then this happens. One binary, so that the rules link once.
#![allow(missing_docs)]

mod calendar;
mod directory;
mod fixture;
mod fuzz;
mod life;
mod lives;
mod policy;
mod properties;
mod recusal;
mod refusals;
mod rights;
mod schemas;
