//! Seals and receipts.

use domain::Moment;
use domain::ids::OrderId;
use store::testing::on_both;

use crate::made::{self, New};

#[test]
fn a_receipt_proves_that_the_appeal_is_under_the_seal() {
    on_both(|fresh| {
        let store = fresh.open();
        for id in 1..=10 {
            New::order(id).commit(&store);
        }
        let unsealed = store.receipt(OrderId(3)).unwrap().unwrap();
        assert!(unsealed.sealed.is_none() && store.check_receipt(&unsealed).unwrap());
        let first = store.seal(Moment(1)).unwrap().unwrap();
        assert_eq!((first.no, first.count), (1, 10));
        assert_eq!(store.seal(Moment(2)).unwrap(), None);
        New::order(11).commit(&store);
        let second = store.seal(Moment(3)).unwrap().unwrap();
        assert_eq!((second.no, second.count, second.prev_root), (2, 1, first.root));

        for id in [1, 5, 10, 11] {
            let receipt = store.receipt(OrderId(id)).unwrap().unwrap();
            let proof = receipt.sealed.clone().unwrap();
            assert!(proof.holds_for(&receipt.entry) && store.check_receipt(&receipt).unwrap());
            assert!(!proof.holds_for(&unsealed.entry) || id == 3);
            let mut forged = receipt.clone();
            forged.code = "AAAAAA".into();
            assert!(!store.check_receipt(&forged).unwrap());
            let mut forged = receipt;
            forged.entry = unsealed.entry.clone();
            assert!(!store.check_receipt(&forged).unwrap());
        }
        assert_eq!(store.receipt(OrderId(99)).unwrap(), None);
        made::assert_sound(&store);
    });
}

#[test]
fn sealing_while_others_write_leaves_nothing_out() {
    on_both(|fresh| {
        let stores = [fresh.open(), fresh.open()];
        std::thread::scope(|scope| {
            for (at, store) in stores.iter().enumerate() {
                scope.spawn(move || {
                    for id in 0..100 {
                        New::order(at as i64 * 1000 + id).commit(store);
                    }
                });
            }
            for at in 0..20 {
                stores[0].seal(Moment(at)).unwrap();
            }
        });
        stores[0].seal(Moment(99)).unwrap();
        let sealed: u64 = stores[0].seals().unwrap().iter().map(|seal| seal.count).sum();
        assert_eq!(sealed, 200);
        made::assert_sound(&stores[0]);
    });
}
