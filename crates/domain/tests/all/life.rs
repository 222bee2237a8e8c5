//! The list of acts, asked by name.

use domain::Act;
use domain::codes::Role;
use domain::intake::Accept;
use domain::life::BINDING;

#[test]
fn an_act_is_found_by_its_name() {
    let accept = Act::from(Accept {});
    assert_eq!(Act::roles_of("accept"), Some(accept.roles()));
    assert_eq!(Act::summary_of("ask_extension"), Some("申请延期"));
    assert_eq!(Act::roles_of("rule"), Some(&[Role::Adjudicator, Role::Leader][..]));
    assert_eq!((Act::roles_of("nonsense"), Act::summary_of("nonsense")), (None, None));
}

#[test]
fn every_act_has_roles_and_a_summary() {
    for name in Act::NAMES {
        assert!(!Act::roles_of(name).expect("it is an act").is_empty(), "{name}");
        assert!(!Act::summary_of(name).expect("it is an act").is_empty(), "{name}");
    }
}

#[test]
fn what_binds_is_an_act() {
    assert!(BINDING.iter().all(|name| Act::NAMES.contains(name)));
}
