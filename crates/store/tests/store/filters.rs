//! Every filter against the plain reading of what it says: whichever way a
//! list is made, it shows the same.

use domain::codes::Level;
use domain::ids::UnitId;
use domain::{Event, Order};
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use store::testing::on_both;
use store::{Filter, Loaded, Sort, Store};

use crate::made::{self, New};

const UNITS: [&str; 9] = ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "person:li"];
const ORDERS: i64 = 120;

fn unit(rng: &mut SmallRng) -> &'static str {
    UNITS[rng.random_range(0..UNITS.len())]
}

fn units(rng: &mut SmallRng) -> Vec<UnitId> {
    (0..rng.random_range(1..=8)).map(|_| unit(rng).into()).collect()
}

/// Orders that went through whatever chance would have.
fn orders(store: &Store, rng: &mut SmallRng) -> Vec<Order> {
    let one = |id| {
        let mut loaded = New::order(id)
            .with(|new| {
                new.at = rng.random_range(0..20) * made::DAY / 4;
                new.level = if rng.random_ratio(1, 4) { Level::Urgent } else { Level::Ordinary };
            })
            .commit(store);
        for _ in 0..rng.random_range(0..6) {
            loaded = made::commit(store, step(&loaded, rng));
        }
        loaded.order
    };
    (1..=ORDERS).map(one).collect()
}

fn step(loaded: &Loaded, rng: &mut SmallRng) -> store::Change {
    let classified = |accused: &str| Event::Classified {
        kind: loaded.order.kind,
        matter: loaded.order.matter.clone(),
        place: loaded.order.place.clone(),
        accused: vec![accused.into()],
        accused_people: Vec::new(),
        facts: domain::directory::Facts::default(),
    };
    match rng.random_range(0..6) {
        0 | 1 => made::dispatch(loaded, unit(rng)),
        2 if !loaded.order.parts.is_empty() => {
            let (note, text) = made::sealed("请办理");
            let down = Event::HandedDown { part: 1, unit: unit(rng).into(), note, overrides: None };
            let mut change = made::next(loaded, "hand_down", vec![down]);
            change.texts.push(text);
            change
        }
        3 if loaded.order.closed_at.is_none() => made::close(loaded),
        4 => made::next(loaded, "classify", vec![classified(unit(rng))]),
        _ => made::supplement(loaded, "还是不亮"),
    }
}

fn filter(rng: &mut SmallRng) -> Filter {
    Filter {
        open: [None, Some(true), Some(false)][rng.random_range(0..3)],
        levels: rng.random_ratio(1, 3).then_some(Level::Urgent).into_iter().collect(),
        within: rng.random_ratio(3, 4).then(|| units(rng)),
        hidden_from: rng
            .random_ratio(3, 4)
            .then(|| if rng.random() { units(rng) } else { vec!["u9".into()] }),
        holder: rng.random_ratio(1, 6).then(|| unit(rng).into()),
        ..Filter::default()
    }
}

/// What a filter says, order by order.
fn passes(filter: &Filter, order: &Order) -> bool {
    let involved = |unit: &UnitId| {
        order.parts.iter().any(|part| {
            part.unit == *unit || part.handed_down.contains(unit) || part.copy_to.as_ref() == Some(unit)
        })
    };
    filter.open.is_none_or(|open| order.closed_at.is_none() == open)
        && (filter.levels.is_empty() || filter.levels.contains(&order.level))
        && filter.within.as_ref().is_none_or(|units| units.iter().any(involved))
        && filter.hidden_from.iter().flatten().all(|unit| !order.accused.contains(unit))
        && filter.holder.as_ref().is_none_or(|holder| owes(order, holder))
}

fn owes(order: &Order, unit: &UnitId) -> bool {
    use domain::order::PartState::{AwaitingSign, Handling};
    order.parts.iter().any(|part| part.holder() == unit && matches!(part.state, AwaitingSign | Handling))
}

fn sorted(orders: &[Order], filter: &Filter, sort: Sort) -> Vec<i64> {
    let key = |order: &Order| match sort {
        Sort::Due => (0, order.due_at().map_or(i64::MAX, |at| at.0), order.id.0),
        Sort::Oldest => (0, order.registered_at.0, order.id.0),
        Sort::Newest => (0, -order.registered_at.0, -order.id.0),
        Sort::Urgent => (order.level as i64, order.due_at().map_or(i64::MAX, |at| at.0), order.id.0),
    };
    let mut found: Vec<&Order> = orders.iter().filter(|order| passes(filter, order)).collect();
    found.sort_by_key(|order| key(order));
    found.into_iter().map(|order| order.id.0).collect()
}

fn paged(store: &Store, filter: &Filter, sort: Sort, limit: usize) -> Vec<i64> {
    let (mut ids, mut after) = (Vec::new(), None);
    loop {
        let page = store.list(filter, sort, after, limit).unwrap();
        ids.extend(page.orders.iter().map(|order| order.id.0));
        after = page.next;
        if after.is_none() {
            return ids;
        }
    }
}

#[test]
fn a_list_shows_what_its_filter_says() {
    on_both(|fresh| {
        let store = fresh.open();
        let rng = &mut SmallRng::seed_from_u64(11);
        let orders = orders(&store, rng);
        made::assert_sound(&store);
        for _ in 0..200 {
            let filter = filter(rng);
            for sort in [Sort::Due, Sort::Newest, Sort::Oldest, Sort::Urgent] {
                let limit = [3, 20, 500][rng.random_range(0..3)];
                assert_eq!(
                    paged(&store, &filter, sort, limit),
                    sorted(&orders, &filter, sort),
                    "{filter:?} {sort:?} {limit}"
                );
            }
            let mut found = sorted(&orders, &filter, Sort::Due);
            assert_eq!(store.count(&filter).unwrap(), found.len() as u64, "{filter:?}");
            found.sort_unstable_by(|one, other| other.cmp(one));
            let hits = store.search("路灯", &filter, None, 500).unwrap().hits;
            assert_eq!(hits.iter().map(|hit| hit.order.id.0).collect::<Vec<_>>(), found, "{filter:?}");
        }
    });
}
