//! Whatever happens to orders: rows computed anew are the rows written.

use proptest::prelude::*;
use store::testing::{Fresh, on_both};
use store::{Loaded, Store};

use crate::made::{self, New};

/// One step of a random history: which order, and what happens to it.
fn step(store: &Store, orders: &mut Vec<Loaded>, which: usize, what: u8) {
    if what == 0 || orders.is_empty() {
        orders.push(New::order(orders.len() as i64 + 1).commit(store));
        return;
    }
    let which = which % orders.len();
    let loaded = &orders[which];
    let change = match what {
        1 | 2 => made::dispatch(loaded, if what == 1 { "u1" } else { "u2" }),
        3 if !loaded.order.parts.is_empty() => made::sign(loaded),
        4 => made::supplement(loaded, &format!("补充{}", loaded.order.version)),
        5 => made::reply(loaded, &format!("答复{}", loaded.order.version)),
        6 => made::close(loaded),
        _ => made::next(loaded, "accept", vec![domain::Event::Accepted]),
    };
    orders[which] = made::commit(store, change);
}

fn holds(fresh: &Fresh, steps: &[(usize, u8)]) {
    let store = fresh.open();
    let mut orders = Vec::new();
    for &(which, what) in steps {
        step(&store, &mut orders, which, what);
    }
    made::assert_sound(&store);
    let before = fresh.rows();
    assert_eq!(store.rebuild(&|_| {}).unwrap(), orders.len() as u64);
    assert_eq!(fresh.rows(), before);
    for loaded in orders {
        assert_eq!(store.order(loaded.order.id).unwrap(), Some(loaded));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn rows_rebuilt_are_rows_written(steps in prop::collection::vec((0..9_usize, 0..8_u8), 1..60)) {
        on_both(|fresh| holds(fresh, &steps));
    }
}
