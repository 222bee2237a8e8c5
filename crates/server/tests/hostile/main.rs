//! Hostile input: what people send who mean harm, and what machines send that
//! know no better. `docs/security.md` says which requirement each test stands
//! for.

mod door;
mod enumeration;
mod files;
mod fuzz;
mod large;
mod log_in;
mod paths;
#[path = "../wire/schema.rs"]
mod schema;
mod sessions;
mod silence;
mod slow;
mod texts;
#[allow(dead_code, reason = "the stories of `wire` use the rest")]
#[path = "../wire/world.rs"]
mod world;
