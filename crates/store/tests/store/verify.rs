//! Tampering: whatever is changed behind the store's back is found, and
//! named.

use domain::Moment;
use store::testing::on_both;

use crate::made::{self, New};

/// Statements, and what verifying must say of each.
const TAMPERED: &[(&str, &str)] = &[
    (
        "UPDATE journal SET body = replace(body, 'u1', 'u9') WHERE order_id = 1 AND seq = 2",
        "journal, order 1: entry 2",
    ),
    ("UPDATE journal SET at = at + 1 WHERE order_id = 1 AND seq = 1", "journal, order 1: entry 1"),
    ("UPDATE journal SET actor = 'zhang' WHERE order_id = 2 AND seq = 3", "journal, order 2: entry 3"),
    ("DELETE FROM journal WHERE order_id = 1 AND seq = 3", "journal, order 1: entry 3 is missing"),
    ("DELETE FROM journal WHERE order_id = 2 AND seq = 6", "orders, order 2: the row: `version` is 6"),
    ("DELETE FROM journal WHERE order_id = 2", "seals, 2: the journal has not as many entries"),
    ("UPDATE orders SET stage = 'handling' WHERE id = 1", "orders, order 1: the row: `stage` is `handling`"),
    ("DELETE FROM orders WHERE id = 2", "orders, order 2: the row is missing"),
    (
        "UPDATE clocks SET late = 1 WHERE order_id = 1 AND kind = 'triage'",
        "clocks, order 1: the row of part 0, kind `triage`: `late`",
    ),
    ("DELETE FROM clocks WHERE order_id = 1", "clocks, order 1: the row of part 0, kind `triage` is missing"),
    ("UPDATE clocks SET order_id = 77 WHERE order_id = 1", "clocks, order 77"),
    (
        "UPDATE parts SET holder = 'u9' WHERE order_id = 1",
        "parts, order 1: the row of part 1: `holder` is `u9`",
    ),
    ("DELETE FROM appeals WHERE order_id = 1", "appeals, order 1: the row of position 0 is missing"),
    ("UPDATE appeals SET citizen_id = 5 WHERE order_id = 2", "`citizen_id` is 5"),
    (
        "UPDATE involved SET unit = 'u9' WHERE order_id = 1",
        "involved, order 1: the row of unit `u9` does not",
    ),
    (
        "INSERT INTO accused (order_id, unit) VALUES (2, 'u1')",
        "accused, order 2: the row of unit `u1` does not",
    ),
    ("DELETE FROM signatures WHERE order_id = 1", "signatures, order 1: entry 6 is not signed"),
    (
        "UPDATE signatures SET seq = 5 WHERE order_id = 2",
        "signatures, order 2: entry 5 has a signature that is not",
    ),
    ("UPDATE signatures SET key_id = 'k' WHERE order_id = 2", "is signed with a key that is not known"),
    (
        "UPDATE signatures SET order_id = 9 WHERE order_id = 2",
        "signatures, order 9: entry 6 is signed and is not",
    ),
    (
        "UPDATE texts SET body = 'x' WHERE order_id = 1 AND kind = 'reply'",
        "is not the text that the journal refers to",
    ),
    ("DELETE FROM texts WHERE order_id = 2 AND kind = 'reply'", "texts, order 2"),
    (
        "UPDATE texts SET body = NULL, salt = NULL, erased_at = 1 WHERE order_id = 1",
        "no act of the journal erased it",
    ),
    ("UPDATE texts SET order_id = 3 WHERE order_id = 1", "texts, order 3"),
    ("UPDATE seals SET root = prev_root WHERE no = 1", "seals, 1: its root is not that of the journal"),
    ("UPDATE seals SET count = 3 WHERE no = 1", "seals, 1"),
    ("DELETE FROM seals WHERE no = 1", "seals, 2: its number does not follow"),
];

#[test]
fn whatever_is_tampered_with_is_found() {
    on_both(|fresh| {
        let store = fresh.open();
        for id in 1..=2 {
            let closed = made::live(&store, &New::order(id), "u1");
            made::commit(&store, made::next(&closed, "rule", Vec::new()));
            store.seal(Moment(9)).unwrap();
        }
        made::assert_sound(&store);
        let backup = fresh.folder.path().join("whole.backup");
        store.backup(&backup, &|_| {}).unwrap();
        drop(store);
        for (statement, expected) in TAMPERED {
            fresh.empty();
            let store = store::Store::restore(&fresh.url, fresh.ring.clone(), &backup, &|_| {}).unwrap();
            fresh.tamper(statement);
            let faults = store.verify(&|_| {}).unwrap().faults;
            let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
            assert!(said.iter().any(|fault| fault.contains(expected)), "{statement}: {said:#?}");
        }
    });
}

#[test]
fn many_orders_are_verified_block_by_block() {
    on_both(|fresh| {
        let store = fresh.open();
        let changes = (1..=12_000).map(|id| New::order(id).change()).collect();
        store.commit(changes).unwrap();
        let report = store.verify(&|_| {}).unwrap();
        assert_eq!(
            (report.orders, report.entries, report.texts, report.faults.len()),
            (12_000, 12_000, 24_000, 0)
        );
        assert_eq!(store.rebuild(&|_| {}).unwrap(), 12_000);
        made::assert_sound(&store);
    });
}
