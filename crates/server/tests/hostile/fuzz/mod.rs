//! Fuzzing of the OpenAPI document: calls that it allows and calls that it
//! forbids, by people who may and people who may not, on orders that stand
//! anywhere. Whatever is said, no answer is a fault of ours, and every answer
//! is one that the document promises.
//!
//! The same seed makes the same calls. `MINSHENG_FUZZ_SEED` and
//! `MINSHENG_FUZZ_CALLS` say others and more.

mod call;
mod city;
mod dice;
mod spoil;
mod valid;

use std::collections::BTreeMap;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::testing::Fresh;

use self::call::Caller;
use self::city::City;

/// So many calls on each engine: some seconds.
const CALLS: u64 = 4_000;

#[test]
fn whatever_is_said_is_answered_as_promised() {
    fuzz(Fresh::sqlite());
}

#[test]
fn whatever_is_said_is_answered_as_promised_on_postgres() {
    if let Some(fresh) = Fresh::postgres() {
        fuzz(fresh);
    }
}

fn fuzz(fresh: Fresh) {
    let seed = set("MINSHENG_FUZZ_SEED").unwrap_or(12_345);
    let city = City::new(fresh);
    let mut caller = Caller::new(&city, StdRng::seed_from_u64(seed));
    let mut answers: BTreeMap<u16, u64> = BTreeMap::new();
    for _ in 0..set("MINSHENG_FUZZ_CALLS").unwrap_or(CALLS) {
        *answers.entry(caller.call()).or_default() += 1;
    }
    // A fuzzer that is always turned away at the door tests the door.
    let done: u64 = answers.range(200..300).map(|(_, count)| count).sum();
    let all: u64 = answers.values().sum();
    assert!(done * 10 > all, "few calls went through: {answers:?}");
}

fn set(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
