//! What models propose, beside what the directory says.

use domain::Moment;
use serde_json::json;
use text::{Example, Model};

use crate::world::{World, worlds};

/// A model that knows lamps from noise.
fn learn(world: &World, kind: &str, lamps: &str, noise: &str) {
    let example =
        |label: &str, story: String| Example { title: String::new(), story, label: label.to_owned() };
    let history: Vec<Example> = (0..20)
        .flat_map(|at| {
            let lamp = example(lamps, format!("第{at}盏路灯不亮了，晚上很黑，请派人修理路灯"));
            let loud = example(noise, format!("工地夜里{at}点还在施工，噪音太大，睡不着觉"));
            [lamp, loud]
        })
        .collect();
    let model = Model::train(&history).unwrap();
    world.store.put_model(kind, Moment(1), "{}".to_owned(), model.to_bytes()).unwrap();
}

#[test]
fn a_model_proposes_with_its_reasons_and_only_what_there_is() {
    for world in worlds() {
        let number = world.register(json!({"content": "小区路灯坏了，晚上很黑"}));
        world.done("operator", &number, "acceptances", json!({}));
        let path = format!("/api/dispatcher/orders/{number}/proposals");
        learn(&world, "unit", "unit-001", "a unit that is no more");
        learn(&world, "matter", "001", "002");
        let page = world.get("dispatcher", &path);
        assert_eq!(page.status, 200, "{}", page.json);
        let guesses = page.json["guesses"].as_array().unwrap();
        assert_eq!(guesses[0]["code"], "unit-001", "{guesses:?}");
        assert!(guesses[0]["because"].to_string().contains("路灯"), "{guesses:?}");
        assert!(guesses.iter().all(|guess| guess["code"] != "a unit that is no more"));
        // The directory's word stands before it as it did.
        assert_eq!(page.json["winner"]["code"], "duty-001");

        let asked = json!({"story": "半夜施工噪音大"});
        let likely = world.post("operator", "/api/operator/likenesses", asked);
        assert_eq!(likely.json["matters"][0]["code"], "002", "{}", likely.json);
        let probability = likely.json["matters"][0]["probability"].as_f64().unwrap();
        assert!((0.5..=1.0).contains(&probability));
    }
}

#[test]
fn without_a_model_nothing_is_proposed_and_one_that_cannot_be_read_counts_as_none() {
    for (at, world) in worlds().into_iter().enumerate() {
        if at % 2 == 0 {
            world
                .store
                .put_model("matter", Moment(1), "{}".to_owned(), b"of another program".to_vec())
                .unwrap();
        }
        let asked = json!({"story": "路灯不亮"});
        let likely = world.post("operator", "/api/operator/likenesses", asked);
        assert_eq!((likely.status.as_u16(), &likely.json["matters"]), (200, &json!([])), "{}", likely.json);
    }
}
