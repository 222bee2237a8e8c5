//! The store, tried from outside, on both engines.

mod attachments;
mod backup;
mod city;
mod commit;
mod concerned;
mod erase;
mod feed;
mod filters;
mod jobs;
mod keys;
mod lists;
mod looks;
mod made;
mod opening;
mod outside;
mod past;
mod people;
mod rebuild;
mod retention;
mod seals;
mod search;
mod verify;
