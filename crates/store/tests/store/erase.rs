//! Erasure: what must be forgotten is, and the journal still verifies.

use domain::Event;
use domain::ids::{CitizenId, OrderId};
use store::Filter;
use store::testing::on_both;

use crate::made::{self, New};

#[test]
fn what_is_erased_is_gone_and_everything_still_verifies() {
    on_both(|fresh| {
        let store = fresh.open();
        let new = New::order(1).with(|new| new.phone = Some("13800138000".into()));
        let loaded = made::commit(&store, made::supplement(&new.commit(&store), "我家的秘密地址"));
        New::order(2).commit(&store);
        let appeal = loaded.order.first_appeal();
        let texts = vec![appeal.title.hash.clone(), appeal.content.hash.clone()];
        let (basis, basis_text) = made::sealed("当事人申请");
        let mut erase = made::next(
            &loaded,
            "erase",
            vec![Event::Erased { texts: texts.clone(), identities: true, basis }],
        );
        erase.texts.push(basis_text);
        made::commit(&store, erase);

        let left = store.texts(OrderId(1)).unwrap();
        assert!(texts.iter().all(|hash| left[hash].is_none()));
        assert_eq!(left.values().flatten().count(), 2, "the supplement and the basis");
        assert_eq!(store.citizen(CitizenId(1)).unwrap(), None);
        assert!(store.citizens_by_phone("13800138000").unwrap().is_empty());
        let found = |query| -> Vec<i64> {
            let hits = store.search(query, &Filter::default(), None, 9).unwrap().hits;
            hits.iter().map(|hit| hit.order.id.0).collect()
        };
        assert_eq!(found("路灯"), [2]);
        assert_eq!(found("秘密"), [1]);
        assert_eq!(
            store.list(&Filter::default(), Default::default(), None, 9).unwrap().orders[0].title,
            None
        );
        made::assert_sound(&store);
        store.rebuild(&|_| {}).unwrap();
        assert_eq!(found("路灯"), [2]);
        made::assert_sound(&store);
    });
}
