//! Accounts, sessions and other programs.

use domain::Moment;
use store::testing::{Fresh, on_both};
use store::{Account, Keyring, LockRule, NewSession, Person, Store, StoreError, System, Totp};

fn person(login: &str) -> Person {
    Person {
        login: login.into(),
        name: "李".into(),
        role: "operator".into(),
        unit: String::new(),
        outsourced: true,
        password_hash: "h".into(),
        active: true,
    }
}

fn staffed(fresh: &Fresh) -> Store {
    let store = fresh.open();
    store.put_people(vec![person("li"), person("wu")]).unwrap();
    store
}

fn new_session(token: u8, login: &str) -> NewSession {
    let about = "浏览器".repeat(100);
    NewSession { token_hash: [token; 32], login: login.into(), at: Moment(10), ends_at: Moment(100), about }
}

#[test]
fn a_session_lasts_until_it_is_over_or_ended_or_its_person_goes() {
    on_both(|fresh| {
        let store = staffed(fresh);
        let opened = store.open_session(new_session(1, "li")).unwrap();
        assert_eq!(opened.person, person("li"));
        assert_eq!((opened.about.chars().count(), opened.mark.len()), (200, 8));
        assert_eq!(store.session(&[1; 32], Moment(99)).unwrap(), Some(opened.clone()));
        assert_eq!(store.session(&[1; 32], Moment(100)).unwrap(), None, "it is over");
        assert_eq!(store.session(&[2; 32], Moment(50)).unwrap(), None, "another token");
        store.touch_session(opened.id, Moment(60)).unwrap();
        store.touch_session(opened.id, Moment(20)).unwrap();
        assert_eq!(store.session(&[1; 32], Moment(70)).unwrap().unwrap().seen_at, Moment(60));

        let others = [2, 3].map(|token| store.open_session(new_session(token, "li")).unwrap());
        let of_wu = store.open_session(new_session(4, "wu")).unwrap();
        store.end_session(opened.id, Moment(70)).unwrap();
        assert_eq!(store.session(&[1; 32], Moment(70)).unwrap(), None, "it was ended");
        let live = |login, at| -> Vec<i64> {
            store.sessions(login, Moment(at)).unwrap().iter().map(|session| session.id).collect()
        };
        assert_eq!(live(Some("li"), 70), [others[0].id, others[1].id]);
        assert_eq!(live(None, 70), [others[0].id, others[1].id, of_wu.id]);
        assert_eq!(store.end_sessions("li", Moment(71)).unwrap(), 2);
        assert_eq!(store.end_sessions("li", Moment(71)).unwrap(), 0);
        assert_eq!(live(None, 71), [of_wu.id]);
        let marked = store.session_by_mark(&opened.mark).unwrap();
        assert_eq!((marked[0].id, marked[0].ended_at), (opened.id, Some(Moment(70))), "ended ones too");

        store.put_people(vec![Person { active: false, ..person("wu") }]).unwrap();
        assert_eq!(store.session(&[4; 32], Moment(71)).unwrap(), None, "may no longer log in");
        assert!(live(None, 71).is_empty());
        assert!(store.open_session(new_session(9, "nobody")).is_err());
        assert!(matches!(store.open_session(new_session(4, "li")), Err(StoreError::Taken(_))));
    });
}

#[test]
fn a_log_in_is_locked_after_too_many_failures() {
    on_both(|fresh| {
        let store = staffed(fresh);
        let rule = LockRule { failures: 3, within_millis: 100, locked_millis: 1000 };
        let fail = |login, at| store.note_login_failure(login, Moment(at), &rule).unwrap();
        for login in ["li", "no such\0log-in"] {
            assert_eq!((fail(login, 0), fail(login, 50)), (None, None));
            assert_eq!(fail(login, 100), None, "the first is too long ago");
            assert_eq!(store.login_lock(login, Moment(100)).unwrap(), None);
            assert_eq!((fail(login, 150), fail(login, 160)), (None, Some(Moment(1160))));
            assert_eq!(store.login_lock(login, Moment(1159)).unwrap(), Some(Moment(1160)));
            assert_eq!(store.login_lock(login, Moment(1160)).unwrap(), None);
            store.clear_login_failures(login).unwrap();
            assert_eq!(store.login_lock(login, Moment(1000)).unwrap(), None);
        }
        let long = "x".repeat(100_000);
        fail(&long, 0);
        assert_eq!(store.person(&long).unwrap(), None);
        assert_eq!(store.person("li").unwrap(), Some(person("li")));
    });
}

#[test]
fn a_second_factor_is_sealed_and_no_code_is_taken_twice() {
    on_both(|fresh| {
        let path = fresh.folder.path().join("keys.toml");
        let store = Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
        assert_eq!(store.account("li").unwrap(), Account { login: "li".into(), ..Account::default() });
        assert!(!store.accept_totp_step("li", 1).unwrap(), "there is none");
        let totp = Totp { secret: b"secret of li".to_vec(), confirmed: true, last_step: 0 };
        let account = Account {
            login: "li".into(),
            email: "li@example.org".into(),
            totp: Some(totp),
            password_changed_at: Some(Moment(5)),
            password_given: true,
        };
        store.put_account(account.clone()).unwrap();
        assert_eq!(store.account("li").unwrap(), account);
        assert!(!format!("{account:?}").contains("115"), "{account:?}");
        let taken = std::thread::scope(|scope| {
            let tries: Vec<_> =
                (0..8).map(|_| scope.spawn(|| store.accept_totp_step("li", 7).unwrap())).collect();
            tries.into_iter().map(|one| one.join().unwrap()).filter(|taken| *taken).count()
        });
        assert_eq!(taken, 1);
        assert!(!store.accept_totp_step("li", 6).unwrap());
        assert!(store.accept_totp_step("li", 8).unwrap());
        fresh.tamper("UPDATE accounts SET login = 'wu'");
        assert!(matches!(store.account("wu"), Err(StoreError::Damaged { .. })), "bound to its log-in");
    });
}

#[test]
fn another_program_has_a_key_until_it_is_taken_away() {
    on_both(|fresh| {
        let store = fresh.open();
        let system = |name: &str, key| System {
            name: name.into(),
            role: "operator".into(),
            unit: "u1".into(),
            token_hash: [key; 32],
            created_at: Moment(1),
        };
        store.put_system(system("b", 1)).unwrap();
        store.put_system(system("a", 2)).unwrap();
        assert!(matches!(store.put_system(system("c", 2)), Err(StoreError::Taken(_))));
        store.put_system(system("b", 3)).unwrap();
        assert_eq!(store.systems().unwrap(), [system("a", 2), system("b", 3)]);
        assert_eq!(store.system(&[1; 32]).unwrap(), None, "it was replaced");
        assert_eq!(store.system(&[3; 32]).unwrap(), Some(system("b", 3)));
        assert!(store.end_system("b", Moment(9)).unwrap());
        assert!(!store.end_system("b", Moment(9)).unwrap());
        assert_eq!(store.system(&[3; 32]).unwrap(), None);
        assert_eq!(store.systems().unwrap(), [system("a", 2)]);
    });
}
