//! What nobody would send is refused, and never brings the rules down.

use domain::codes::{Channel, Level, Role};
use domain::ids::OrderId;
use domain::intake::{Register, order_number};
use domain::policy::Packs;
use domain::time::{Calendar, Counting, Limit};
use domain::{Act, Actor, Entry, Moment, decide};
use proptest::prelude::*;

use crate::fixture::*;

fn stories() -> Vec<Story> {
    vec![
        Story::registered(),
        Story::accepted(),
        Story::joint(),
        Story::handling(),
        called(),
        Story::replied(),
        Story::callback(),
        Story::closed(),
        Story::closed().archives().clone(),
    ]
}

/// The town has whistled, asked for an opinion and for help.
fn called() -> Story {
    let mut story = Story::at_the_town();
    let town = handler("town");
    let meet_at = story.now;
    story.does(&town, whistle(1, &["u1"], meet_at)).does(&town, consult(1, "u2")).does(&town, ask_help(1));
    story
}

/// Any JSON of some depth: what a field of an act may be given.
fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::{Value, json};
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u16>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!({ "hash": "", "chars": u32::MAX })),
        Just(json!({ "hash": "ab", "chars": 3 })),
        Just(json!("u1")),
        Just(json!("other")),
        Just(json!("3650 natural days")),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z]{1,6}", inner, 0..4).prop_map(Value::from_iter),
        ]
    })
}

const FIELDS: &[&str] = &[
    "answer",
    "appeal",
    "appeals",
    "answers",
    "assist",
    "assists",
    "basis",
    "by",
    "conclusion",
    "document",
    "evidence",
    "explanation",
    "faults",
    "from",
    "grade",
    "granted",
    "grounds",
    "identities",
    "interim",
    "into",
    "internal",
    "keeps_a_matter",
    "kind",
    "lead",
    "level",
    "line",
    "link",
    "manner",
    "matter",
    "milestone",
    "milestones",
    "note",
    "number",
    "outcome",
    "part",
    "passed",
    "place",
    "plan",
    "proof",
    "public",
    "question",
    "reached",
    "reason",
    "reasons",
    "route",
    "sensitivities",
    "sponsor",
    "statement",
    "subject",
    "suggests",
    "text",
    "texts",
    "unit",
    "unresolved",
    "verdict",
    "way",
    "within",
    "accused",
    "accused_people",
    "confirmed",
    "attendance",
    "coming",
    "help",
    "meet_at",
    "opinion",
    "position",
    "purpose",
    "result",
    "units",
    "whistle",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// An act as it may come over the wire: whatever can be read is decided.
    #[test]
    fn any_act_that_can_be_read_is_decided(
        name in prop::sample::select(Act::NAMES),
        values in prop::collection::vec(json(), FIELDS.len()),
        at in prop_oneof![4 => Just(at("2024-03-07 10:00").0), 1 => any::<i64>()],
        role in prop::sample::select(Role::ALL),
        unit in prop::option::of("u1|u2|village|"),
    ) {
        let mut act = serde_json::Map::new();
        act.insert("act".to_owned(), name.into());
        act.extend(FIELDS.iter().map(|&field| field.to_owned()).zip(values));
        if let Ok(act) = serde_json::from_value::<Act>(act.into()) {
            let by = Actor::staff(role, "somebody", unit.as_deref());
            for mut story in stories() {
                let _ = story.at_moment(Moment(at)).tries(&by, &act);
            }
        }
    }

    #[test]
    fn any_text_is_a_limit_or_not(text in ".{0,40}") {
        let _ = text.parse::<Limit>();
    }

    #[test]
    fn nearly_a_limit_is_a_limit_or_not(text in "-?[0-9.]{0,12} ?(working|natural|) ?(minute|hour|day)?s{0,2}") {
        if let Ok(limit) = text.parse::<Limit>() {
            prop_assert_eq!(limit.to_string().parse(), Ok(limit));
        }
    }

    #[test]
    fn any_text_is_a_pack_or_not(text in ".{0,200}", more in "(extends|id|limits|=|\\[|\\]|\"|\n| |1){0,30}") {
        let files = [("a".to_owned(), text), ("national".to_owned(), more)];
        let _ = Packs::parse(&files);
    }

    #[test]
    fn any_text_is_a_table_of_days_or_not(rows in "[0-9,\n\"-]{0,80}", office in "[0-9:-]{0,16}", zone in ".{0,12}") {
        let _ = Calendar::parse(&rows, std::slice::from_ref(&office), "Asia/Shanghai");
        let _ = Calendar::parse(&format!("date,works,name,source\n{rows}"), &[office], &zone);
    }

    #[test]
    fn any_text_is_an_entry_or_not(text in ".{0,200}", cut in 0..400_usize) {
        let _ = serde_json::from_str::<Entry>(&text);
        let written = serde_json::to_string(&Story::handling().journal[1]).expect("it is written");
        let cut: String = written.chars().take(cut).chain(text.chars()).collect();
        let _ = serde_json::from_str::<Entry>(&cut);
    }

    #[test]
    fn any_number_of_an_order_is_written(id: i64, at: i64, channel in prop::sample::select(Channel::ALL)) {
        let number = order_number(OrderId(id), channel, Moment(at), &CALENDAR);
        prop_assert!(number.len() >= 19);
    }
}

const EDGES: &[i64] = &[i64::MIN, i64::MIN + 1, -1, 0, 1, 1 << 53, i64::MAX - 1, i64::MAX];

#[test]
fn the_ends_of_time_are_no_ends_of_the_rules() {
    for &now in EDGES {
        for (level, pack) in Level::ALL.iter().zip(PACK_NAMES) {
            let (city, by) = (City::under(pack), operator());
            let ctx = context(&city, Moment(now), &by);
            let act = Register { level: *level, ..register(Moment(now)) };
            decide::register(OrderId(i64::MIN), &act, &ctx).expect("it is registered");
        }
        let mut story = Story::joint();
        let _ = story.at_moment(Moment(now)).tries(&system(), &domain::tick::Tick {}.into());
        let _ = story.tries(&handler("u1"), &ask_deferral(1, &[Moment(i64::MAX), Moment(i64::MIN)]).into());
    }
}

#[test]
fn the_largest_limits_end_somewhere() {
    let now = at("2024-03-04 09:00");
    let largest = [
        Limit::Minutes(u32::MAX, Counting::Working),
        Limit::Minutes(u32::MAX, Counting::Natural),
        Limit::Days(u32::MAX, Counting::Natural),
    ];
    for limit in largest {
        assert!(CALENDAR.due(now, limit, true).expect("a moment") > now);
    }
}

#[test]
fn a_citizen_without_words_is_refused_and_not_lost_on_the_way() {
    let (city, by) = (City::under("national"), citizen());
    let now = at("2024-03-04 09:00");
    let mut act = register(now);
    act.appeal.content = nothing();
    let refusal = decide::register(OrderId(1), &act, &context(&city, now, &by)).expect_err("it says nothing");
    assert_eq!(refusal.to_string(), "content is empty");
}
