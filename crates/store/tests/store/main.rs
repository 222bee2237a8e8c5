//! The store, tried from outside, on both engines.

mod backup;
mod city;
mod commit;
mod erase;
mod jobs;
mod keys;
mod lists;
mod made;
mod opening;
mod rebuild;
mod seals;
mod search;
mod verify;
