//! What was acknowledged, and whether the store still has it.

use std::collections::HashMap;
use std::sync::Mutex;

use domain::ids::OrderId;
use store::Store;

/// Every act that was acknowledged.
#[derive(Default)]
pub struct Ledger(Mutex<Vec<(OrderId, u32)>>);

impl Ledger {
    /// Notes an acknowledged act; how many there are.
    pub fn note(&self, order: OrderId, seq: u32) -> usize {
        let mut acts = self.0.lock().expect("nobody panics while noting");
        acts.push((order, seq));
        acts.len()
    }

    /// Notes a line of the load.
    pub fn note_line(&self, line: &str) -> usize {
        let (order, seq) = line.split_once(' ').expect("order and number");
        self.note(OrderId(order.parse().expect("an order")), seq.parse().expect("a number"))
    }

    /// How many acts were acknowledged.
    pub fn len(&self) -> usize {
        self.0.lock().expect("nobody panics while noting").len()
    }

    /// Checks that the store has every act that was acknowledged, that no
    /// journal has a gap, that nothing was acknowledged twice, and that all
    /// else agrees with the journal.
    pub fn check(&self, store: &Store) {
        let acts = self.0.lock().expect("nobody panics while noting");
        let mut last: HashMap<OrderId, u32> = HashMap::new();
        let mut met = std::collections::HashSet::new();
        for &(order, seq) in acts.iter() {
            assert!(met.insert((order, seq)), "order {order}, act {seq} was acknowledged twice");
            let known = last.entry(order).or_default();
            *known = seq.max(*known);
        }
        for (order, seq) in last {
            let history = store.history(order).expect("a journal that can be read");
            let numbers: Vec<u32> = history.iter().map(|entry| entry.seq).collect();
            let whole: Vec<u32> = (1..=history.len() as u32).collect();
            assert_eq!(numbers, whole, "order {order} has a gap");
            assert!(history.len() as u32 >= seq, "order {order} lost act {seq}; it has {}", history.len());
        }
        let report = store.verify(&|_| {}).expect("a store that can be read");
        assert_eq!(report.faults, [], "after {} acknowledged acts", acts.len());
    }
}
