//! Jobs and counters.

use std::collections::HashSet;

use domain::Moment;
use store::testing::on_both;
use store::{NewJob, Store};

use crate::made::New;

fn with_jobs(store: &Store, orders: i64) {
    for id in 1..=orders {
        let mut change = New::order(id).change();
        let job = |target: &str| NewJob {
            kind: "notice".into(),
            target: target.into(),
            run_at: Moment(100),
            payload: "{}".into(),
        };
        change.jobs = vec![job("citizen"), job("unit"), job("unit")];
        store.commit(vec![change]).unwrap();
    }
}

#[test]
fn a_job_is_done_once() {
    on_both(|fresh| {
        let store = fresh.open();
        with_jobs(&store, 1);
        assert!(store.claim_jobs(Moment(99), 50, 9).unwrap().is_empty());
        let claimed = store.claim_jobs(Moment(100), 50, 9).unwrap();
        assert_eq!(claimed.len(), 2, "the same job is not made twice");
        assert!(store.claim_jobs(Moment(149), 50, 9).unwrap().is_empty());
        let lapsed = store.claim_jobs(Moment(150), 50, 9).unwrap();
        assert_eq!(lapsed[0].attempts, 2);
        assert_eq!(store.finish_jobs(claimed, Moment(151)).unwrap(), 0, "it was another's by then");
        let [one, other] = lapsed.try_into().unwrap();
        assert_eq!(store.finish_jobs(vec![one], Moment(152)).unwrap(), 1);
        store.fail_job(other, Moment(152), "the gateway is down").unwrap();
        assert!(store.claim_jobs(Moment(5000), 50, 9).unwrap().is_empty());
        assert_eq!(store.claim_jobs(Moment(3_700_000), 50, 9).unwrap().len(), 1);
    });
}

#[test]
fn a_job_that_is_given_up_is_not_tried_again_and_counted() {
    on_both(|fresh| {
        let store = fresh.open();
        with_jobs(&store, 1);
        let [one, other] = store.claim_jobs(Moment(100), 50, 9).unwrap().try_into().unwrap();
        store.give_up_job(one, Moment(101), "no such address").unwrap();
        store.finish_jobs(vec![other], Moment(101)).unwrap();
        assert!(store.claim_jobs(Moment(9_000_000), 50, 9).unwrap().is_empty());
        assert_eq!(store.jobs_given_up().unwrap(), 1);
    });
}

#[test]
fn no_two_workers_get_the_same_job() {
    on_both(|fresh| {
        let stores = [fresh.open(), fresh.open()];
        with_jobs(&stores[0], 50);
        let claim_all = |store: &Store| {
            let mut all = Vec::new();
            loop {
                let jobs = store.claim_jobs(Moment(100), 1000, 7).unwrap();
                if jobs.is_empty() {
                    return all;
                }
                all.extend(jobs.into_iter().map(|job| job.id));
            }
        };
        let (mut one, other) = std::thread::scope(|scope| {
            let other = scope.spawn(|| claim_all(&stores[1]));
            (claim_all(&stores[0]), other.join().unwrap())
        });
        one.extend(other);
        assert_eq!(one.len(), 100);
        assert_eq!(one.into_iter().collect::<HashSet<_>>().len(), 100);
    });
}

#[test]
fn numbers_are_given_out_once() {
    on_both(|fresh| {
        let store = fresh.open();
        assert_eq!(store.next_order_ids(10).unwrap(), 1..11);
        assert_eq!(store.next_order_ids(1).unwrap(), 11..12);
        assert_eq!(store.next_citizen_ids(1).unwrap(), 1..2);
    });
}
