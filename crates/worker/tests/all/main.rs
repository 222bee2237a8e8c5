//! Workers at work, on both engines, against servers on this machine.

mod city;
mod dial;
mod hooks;
mod http_server;
mod messages;
mod retention;
mod smtp_server;
mod stopping;
mod templates;
