//! Full-text search.

use domain::Stage;
use domain::ids::OrderId;
use store::testing::on_both;
use store::{Filter, Store};

use crate::made::{self, New};

/// All pages of a search.
fn all(store: &Store, query: &str, filter: &Filter, limit: usize) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut after = None;
    loop {
        let page = store.search(query, filter, after, limit).unwrap();
        ids.extend(page.hits.iter().map(|hit| hit.order.id.0));
        let Some(next) = page.next else { return ids };
        after = Some(next);
    }
}

#[test]
fn words_are_found_in_every_text_of_an_order_newest_first() {
    on_both(|fresh| {
        let store = fresh.open();
        New::order(1).with(|new| new.content = "小区停水，ＡＢＣ路12号".into()).commit(&store);
        let loaded = New::order(2).with(|new| new.content = "夜间施工噪音扰民".into()).commit(&store);
        let loaded = made::commit(&store, made::supplement(&loaded, "另外小区还停水"));
        let loaded = made::commit(&store, made::supplement(&loaded, "还有渣土车"));
        made::commit(&store, made::reply(&loaded, "已责令停止夜间施工"));
        let any = Filter::default();
        assert_eq!(all(&store, "停水", &any, 1), [2, 1]);
        assert_eq!(all(&store, "小区 停水", &any, 9), [2, 1]);
        assert_eq!(all(&store, "abc", &any, 9), [1]);
        assert_eq!(all(&store, "停水 渣土", &any, 9), [2], "both supplements are one document");
        assert_eq!(all(&store, "责令", &any, 9), [2]);
        assert_eq!(all(&store, "内部", &any, 9), [] as [i64; 0], "what is internal is not searched");
        assert_eq!(all(&store, "。，!? \" ' \\ ) OR *", &any, 9), [] as [i64; 0]);
        assert_eq!(all(&store, "停水 不存在的词", &any, 9), [] as [i64; 0]);
        assert_eq!(store.order(OrderId(2)).unwrap().unwrap().order.stage, Stage::Replied);
    });
}

#[test]
fn filters_and_pages_meet_at_any_frequency() {
    on_both(|fresh| {
        let store = fresh.open();
        let changes = (1..=3000).map(|id| {
            let new = New::order(id).with(|new| {
                new.content = format!(
                    "常见 {} {}",
                    if id % 100 == 0 { "少见" } else { "" },
                    if id == 5 { "稀罕" } else { "" }
                );
                new.matter = format!("0{}", id % 3);
            });
            new.change()
        });
        store.commit(changes.collect()).unwrap();
        let any = Filter::default();
        let falling: Vec<i64> = (1..=3000).rev().collect();
        assert_eq!(all(&store, "常见", &any, 700), falling);
        let hundreds: Vec<i64> = (1..=30).rev().map(|n| n * 100).collect();
        assert_eq!(all(&store, "常见 少见", &any, 7), hundreds);
        assert_eq!(all(&store, "稀罕", &any, 7), [5]);
        let matter = Filter { matters: vec!["01".into()], ..Filter::default() };
        let filtered: Vec<i64> = hundreds.iter().copied().filter(|id| id % 3 == 1).collect();
        assert_eq!(all(&store, "少见", &matter, 4), filtered);
        let none = Filter { open: Some(false), ..Filter::default() };
        assert_eq!(all(&store, "常见", &none, 4), [] as [i64; 0]);
    });
}
