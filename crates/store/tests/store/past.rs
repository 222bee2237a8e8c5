//! Past orders, as a replay of the directory reads them.

use domain::Event;
use domain::directory::{Facts, Ownership};
use store::testing::on_both;

use crate::made::{self, New};

#[test]
fn it_reads_where_each_order_went_first_and_last_page_by_page() {
    on_both(|fresh| {
        let store = fresh.open();
        let facts = Facts { subject: None, ownership: Some(Ownership::Utility) };
        let first = New::order(1).commit(&store);
        let classified = Event::Classified {
            kind: first.order.kind,
            matter: first.order.matter.clone(),
            place: first.order.place.clone(),
            accused: Vec::new(),
            accused_people: Vec::new(),
            facts,
        };
        let first = made::commit(&store, made::next(&first, "classify", vec![classified]));
        let sent = made::commit(&store, made::dispatch(&first, "u1"));
        let back = made::next(&sent, "judge_return", vec![Event::PartReturned { part: 1 }]);
        let back = made::commit(&store, back);
        made::commit(&store, made::dispatch(&back, "u2"));
        New::order(2).commit(&store);

        let page = store.past_orders(None, 1).unwrap();
        let [one] = page.as_slice() else { panic!("one order a page") };
        assert_eq!((one.first.as_deref(), one.last.as_str(), one.facts), (Some("u1"), "u2", facts));
        let page = store.past_orders(Some(one.id), 1).unwrap();
        assert_eq!((page[0].first.as_deref(), page[0].last.as_str()), (None, ""));
        assert!(store.past_orders(Some(page[0].id), 1).unwrap().is_empty());

        let volumes = store.order_volumes().unwrap();
        assert_eq!(volumes.iter().map(|volume| volume.orders).sum::<u64>(), 2);
        assert!(volumes.iter().any(|volume| volume.facts == facts));
        assert_eq!(store.verify(&|_| {}).unwrap().faults, []);
    });
}
