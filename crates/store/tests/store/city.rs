//! The city as data.

use domain::Moment;
use domain::codes::UnitKind;
use domain::units::Unit;
use store::testing::on_both;
use store::{Document, Matter, Person, Place};

#[test]
fn the_city_is_kept_as_it_was_given() {
    on_both(|fresh| {
        let store = fresh.open();
        let person = |login: &str, name: &str| Person {
            login: login.into(),
            name: name.into(),
            role: "handler".into(),
            unit: "u1".into(),
            outsourced: true,
            password_hash: String::new(),
            active: true,
        };
        store.put_people(vec![person("b", "乙"), person("a", "甲")]).unwrap();
        store.put_people(vec![person("b", "丙")]).unwrap();
        assert_eq!(store.people().unwrap(), [person("a", "甲"), person("b", "丙")]);

        let unit = |code: &str, parent: Option<&str>| Unit {
            code: code.into(),
            name: "城管局".into(),
            kind: UnitKind::Department,
            parent: parent.map(Into::into),
            place: None,
        };
        store.replace_units(vec![unit("x", None)]).unwrap();
        store.replace_units(vec![unit("a", None), unit("b", Some("a"))]).unwrap();
        assert_eq!(store.units().unwrap(), [unit("a", None), unit("b", Some("a"))]);

        let matter = Matter {
            code: "01".into(),
            name: "市容".into(),
            parent: String::new(),
            level: 1,
            urgency: "ordinary".into(),
            keywords: "占道 摆摊".into(),
        };
        store.replace_matters(vec![matter.clone()]).unwrap();
        assert_eq!(store.matters().unwrap(), [matter]);
        let place = Place {
            code: "460106".into(),
            name: "龙华".into(),
            parent: "4601".into(),
            level: 2,
            lat_e6: Some(20_000_000),
            lon_e6: None,
        };
        store.replace_places(vec![place.clone()]).unwrap();
        assert_eq!(store.places().unwrap(), [place]);

        let policy = |version, from| Document {
            kind: "policy".into(),
            name: "city".into(),
            version,
            body: "…".into(),
            in_force_from: Moment(from),
        };
        for document in [policy(1, 0), policy(2, 100), policy(3, 200)] {
            store.put_document(document).unwrap();
        }
        assert_eq!(store.documents("policy", Moment(150)).unwrap(), [policy(2, 100)]);
        assert!(store.documents("calendar", Moment(150)).unwrap().is_empty());
    });
}

/// An edit of the record shows, and so does a row that is gone.
#[test]
fn the_record_of_changes_is_a_chain() {
    on_both(|fresh| {
        let store = fresh.open();
        let change = |name: &str, against| {
            let unit = Unit {
                code: "U1".into(),
                name: name.to_owned(),
                kind: UnitKind::Department,
                parent: None,
                place: None,
            };
            let change = store::CityChange {
                at: Moment(1),
                login: "admin".to_owned(),
                kind: "unit".to_owned(),
                code: "U1".to_owned(),
                against,
                was: String::new(),
                became: name.to_owned(),
                basis: "a law".to_owned(),
                ends: None,
            };
            store.change_city(change, store::CityWrite::Unit(unit)).unwrap()
        };
        assert_eq!(change("one", Some(0)), store::CityChanged::Done(1));
        assert_eq!(change("two", Some(0)), store::CityChanged::Other(1));
        assert_eq!(change("two", Some(1)), store::CityChanged::Done(2));
        assert_eq!(change("three", None), store::CityChanged::Done(3));
        let filter = store::CityChangeFilter { login: Some("admin".to_owned()), ..Default::default() };
        let found: Vec<_> =
            store.city_changes(&filter, Some(3), 1).unwrap().into_iter().map(|row| row.no).collect();
        assert_eq!(found, [2]);
        assert_eq!(store.verify(&|_| {}).unwrap().faults, []);
        fresh.tamper("UPDATE city_changes SET became = 'other' WHERE no = 2");
        let what = |store: &store::Store| -> Vec<String> {
            store.verify(&|_| {}).unwrap().faults.into_iter().map(|fault| fault.what).collect()
        };
        assert_eq!(what(&store), ["change 2 does not have the hash that follows from it"]);
        fresh.tamper("DELETE FROM city_changes WHERE no = 2");
        assert_eq!(what(&store), ["change 2 is missing"]);
    });
}

/// Several changes are written together, or none of them.
#[test]
fn changes_that_belong_together_are_written_together() {
    on_both(|fresh| {
        let store = fresh.open();
        let change = |code: &str, against| store::CityChange {
            at: Moment(1),
            login: "admin".to_owned(),
            kind: "directory_entry".to_owned(),
            code: code.to_owned(),
            against,
            was: String::new(),
            became: "{}".to_owned(),
            basis: "a law".to_owned(),
            ends: None,
        };
        let together = |changes: Vec<store::CityChange>| {
            let writings = changes.into_iter().map(|change| (change, store::CityWrite::Nothing));
            store.change_city_together(writings.collect()).unwrap()
        };
        assert_eq!(together(vec![change("a", Some(0)), change("b", Some(0))]), store::CityChanged::Done(1));
        // Somebody was faster with the second: the first is not written either.
        assert_eq!(together(vec![change("c", Some(0)), change("b", Some(0))]), store::CityChanged::Other(1));
        assert_eq!(store.city_entry("directory_entry", "c").unwrap(), None);
        assert_eq!(store.city_changes(&store::CityChangeFilter::default(), None, 9).unwrap().len(), 2);
        assert_eq!(store.verify(&|_| {}).unwrap().faults, []);
    });
}
