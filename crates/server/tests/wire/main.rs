//! What is said over HTTP, told as stories: given a city, when these people
//! do these things, then each sees this.

mod access;
mod administration;
mod auditing;
mod calling;
mod citizens;
mod city;
mod city_for_screens;
mod console;
mod directory;
mod dispatching;
mod disputes;
mod document;
mod figures;
mod files;
mod knowledge;
mod lives;
mod log_in;
mod looking;
mod markup;
mod models;
mod operators;
mod outside;
mod pages;
mod privacy;
mod queues;
mod schema;
mod searching;
mod twice;
mod world;
