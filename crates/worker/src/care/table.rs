//! docs/retention.md: what is kept for how long, and how it goes.

use domain::policy::{Policy, Within};

/// Each class: what it is, from when its time counts, and how it goes.
const CLASSES: [(&str, &str, &str, &str); 8] = [
    (
        "identities",
        "who the citizen is: name, number, address",
        "the order's archiving, when no younger order is theirs",
        "the act Erase by the system, with this basis; the encrypted row is emptied",
    ),
    (
        "texts",
        "what was said and answered",
        "the order's archiving",
        "the act Erase by the system, with this basis; bodies and salts are emptied, hashes stay",
    ),
    (
        "attachments",
        "photos, recordings, documents of an order",
        "the order's archiving",
        "the act Erase by the system, with this basis; the file's key is destroyed",
    ),
    ("recordings", "records of calls, and where their recordings lie", "the call", "rows are deleted"),
    ("looks", "who looked at which personal data, and why", "the look", "rows are deleted"),
    (
        "sessions",
        "who was logged in, from when to when; attempts that failed",
        "the session's end",
        "rows are deleted",
    ),
    ("requests", "answers that a repeated request gets again", "the request", "rows are deleted"),
    (
        "messages",
        "jobs that are done or given up, and dead letters of hooks",
        "the last attempt",
        "rows are deleted",
    ),
];

/// The page on retention, of a policy; none when the policy keeps everything.
pub fn retention_document(policy: &Policy) -> Option<String> {
    let rules = policy.retention.as_ref()?.all();
    let rule = |class: &str| rules.iter().find(|(name, _)| *name == class).map(|(_, rule)| *rule);
    let line = |(class, what, from, how): &(&str, &str, &str, &str)| {
        let Within { within, basis } = rule(class)?;
        Some(format!("| {class} | {what} | {within}, from {from} | {basis} | {how} |\n"))
    };
    let lines: String = CLASSES.iter().filter_map(line).collect();
    Some(format!("{HEAD}{lines}{FOOT}"))
}

const HEAD: &str = "# What is kept, and for how long 留存期限

The table is made from the policy pack `national` (`city/policies/national.toml`, `[retention]`), and a test compares
it; a city's own pack may say otherwise: `minsheng policy NAME` shows it. The worker looks once a day, and when it
starts, and removes what is over its time in small blocks. It logs how many, never whose.

| class | what | how long | basis | how it goes |
|---|---|---|---|---|
";

const FOOT: &str = "
Kept for good: the journal with its seals, the orders computed from it, and the acts of erasure themselves. None of
them holds an identity or a text. Backups made before still hold what was removed since: let them expire.
";
