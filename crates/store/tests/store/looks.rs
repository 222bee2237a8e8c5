//! Looks and requests.

use domain::Moment;
use domain::ids::OrderId;
use store::testing::on_both;
use store::{Look, LookFilter, RequestRow, StoreError};

use crate::made::{self, New};

pub fn look(at: i64, login: &str, order: Option<i64>, orders: &[i64]) -> Look {
    Look {
        at: Moment(at),
        login: login.into(),
        role: "operator".into(),
        unit: "u1".into(),
        session: 3,
        order: order.map(OrderId),
        what: if order.is_some() { "order" } else { "list" }.into(),
        purpose: "callback".into(),
        detail: String::new(),
        orders: orders.iter().copied().map(OrderId).collect(),
    }
}

#[test]
fn looks_are_found_by_who_at_what_and_when() {
    on_both(|fresh| {
        let store = fresh.open();
        let all = [
            look(10, "li", Some(1), &[]),
            look(20, "wu", Some(12), &[]),
            look(30, "li", None, &[1, 12, 2]),
            look(40, "wu", None, &[12]),
            look(50, "wu", None, &[]),
            look(60, "wu", Some(2), &[]),
        ];
        store.log_looks(all.to_vec()).unwrap();
        store.log_looks(Vec::new()).unwrap();
        let found = |filter: LookFilter| -> Vec<i64> {
            let page = store.looks(&filter, None, 9).unwrap();
            assert_eq!(page.next, None);
            page.looks.iter().map(|(_, look)| look.at.0).collect()
        };
        let f = LookFilter::default;
        let order = |id| Some(OrderId(id));
        assert_eq!(found(f()), [60, 50, 40, 30, 20, 10]);
        assert_eq!(found(LookFilter { order: order(1), ..f() }), [30, 10], "not order 12");
        assert_eq!(found(LookFilter { order: order(2), ..f() }), [60, 30]);
        assert_eq!(found(LookFilter { order: order(12), from: Some(Moment(25)), ..f() }), [40, 30]);
        assert_eq!(found(LookFilter { login: Some("li".into()), to: Some(Moment(30)), ..f() }), [10]);
        assert_eq!(found(LookFilter { what: Some("list".into()), ..f() }), [50, 40, 30]);
        let (mut paged, mut after) = (Vec::new(), None);
        loop {
            let page = store.looks(&f(), after, 4).unwrap();
            paged.extend(page.looks.into_iter().map(|(_, look)| look));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        paged.reverse();
        assert_eq!(paged, all);
    });
}

pub fn request(key: &str) -> RequestRow {
    RequestRow { key: key.into(), fingerprint: "f".into(), status: 201, answer: "{}".into() }
}

#[test]
fn a_request_is_carried_out_once_whoever_repeats_it() {
    on_both(|fresh| {
        let stores = [fresh.open(), fresh.open()];
        for round in 1..=50 {
            let key = format!("k{round}");
            let (stores, key) = (&stores, &key);
            let done: Vec<_> = std::thread::scope(|scope| {
                let tries: Vec<_> = (0..2)
                    .map(|which| {
                        scope.spawn(move || {
                            let mut change = New::order(round * 2 + which).change();
                            change.request = Some(request(key));
                            stores[which as usize % 2].commit(vec![change])
                        })
                    })
                    .collect();
                tries.into_iter().map(|one| one.join().unwrap()).collect()
            });
            assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "{done:?}");
            let lost = done.iter().find(|done| done.is_err());
            assert!(matches!(lost, Some(Err(StoreError::Taken(_)))), "{lost:?}");
            assert_eq!(stores[0].request(key).unwrap(), Some(request(key)));
        }
        assert_eq!(stores[0].count(&store::Filter::default()).unwrap(), 50);
        assert_eq!(stores[0].request("k0").unwrap(), None);
        made::assert_sound(&stores[0]);
    });
}

#[test]
fn a_repeated_act_is_told_so_and_takes_nobody_with_it() {
    on_both(|fresh| {
        let store = fresh.open();
        let loaded = New::order(1).commit(&store);
        let with_key = || {
            let mut change = made::dispatch(&loaded, "u1");
            change.request = Some(request("k"));
            change
        };
        store.commit(vec![with_key()]).unwrap();
        // Not "somebody else changed it": it was this very request.
        let again = store.submit(vec![with_key()]).unwrap();
        let others: Vec<_> = (2..40).map(|id| store.submit(vec![New::order(id).change()]).unwrap()).collect();
        assert!(matches!(again.wait(), Err(StoreError::Taken(_))));
        assert!(others.into_iter().all(|other| other.wait().is_ok()));
        store.put_request(request("other"), Moment(1)).unwrap();
        assert!(matches!(store.put_request(request("other"), Moment(1)), Err(StoreError::Taken(_))));
        assert_eq!(store.order(OrderId(1)).unwrap().unwrap().order.version, 2);
        made::assert_sound(&store);
    });
}
