//! Ends other than the plain one, and what comes after the end.

use domain::Refusal;
use domain::closing::{AnswerWithdrawal, Archive};
use domain::codes::{Confidentiality, ReviewSubject, Supervision};
use domain::ids::OrderId;
use domain::intake::{Merge, TakeIn};

use super::Met;
use crate::fixture::*;

pub fn met() -> Vec<Met> {
    let u1 = handler("u1");
    vec![
        (
            Story::handling().refuses(&u1, ask_deferral(1, &[])),
            Refusal::MilestonesDoNotFit { latest: longest_deferral() },
        ),
        (
            Story::handling().refuses(&u1, ask_deferral(1, &[at("2025-03-04 09:00")])),
            Refusal::MilestonesDoNotFit { latest: longest_deferral() },
        ),
        (without_sponsor(), Refusal::Missing { field: "sponsor".to_owned() }),
        (deferred().refuses(&u1, meet(1)), Refusal::NotNextMilestone { next: Some(0) }),
        (withdrawal_of_one_of_two(), Refusal::NotConfirmed),
        (Story::handling().refuses(&citizen(), AnswerWithdrawal { confirmed: true }), Refusal::NothingAsked),
        // Ten working days after Wednesday.
        (
            Story::closed().refuses(&caller(), Archive {}),
            Refusal::ReviewStillOpen { until: at("2024-03-20 18:00") },
        ),
        (
            Story::closed().at("2024-03-21 09:00").refuses(&citizen(), ask_review(ReviewSubject::Closure)),
            Refusal::ReviewWindowPassed { until: at("2024-03-20 18:00") },
        ),
        (reviewed_twice(), Refusal::ReviewedOnce),
        (
            Story::closed().refuses(&citizen(), ask_review(ReviewSubject::Merge)),
            Refusal::Unfit { field: "subject".to_owned() },
        ),
        (
            Story::handling()
                .does(&supervisor(), supervise(Supervision::OnSite))
                .refuses(&supervisor(), supervise(Supervision::Written)),
            Refusal::GradeMustRise { last: Supervision::OnSite },
        ),
        (secret_shown(), Refusal::NotForThePublic),
        (joined_without_the_rule(), Refusal::JoinedByStaff),
    ]
}

/// Whoever asked for secrecy is not led to by what is shown.
fn secret_shown() -> Refusal {
    let mut story = Story::closed();
    story.order.confidentiality = Confidentiality::FromUnits;
    story.refuses(&supervisor(), publish())
}

fn joined_without_the_rule() -> Refusal {
    let mut story = Story::registered();
    story.city.policy.joining = None;
    story.refuses(&citizen(), Merge { into: OrderId(9) })
}

/// 180 natural days after 2024-03-04 end with 2024-08-31, a Saturday, and so
/// with the next working day (民法典 203): Monday, 2024-09-02.
fn longest_deferral() -> domain::Moment {
    at("2024-09-03 00:00")
}

fn without_sponsor() -> Refusal {
    let mut ask = ask_deferral(1, &[at("2024-04-01 18:00")]);
    ask.sponsor = " ".to_owned();
    Story::handling().refuses(&handler("u1"), ask)
}

fn deferred() -> Story {
    let mut story = Story::handling();
    let milestones = [at("2024-04-01 18:00"), at("2024-05-06 18:00")];
    story.does(&handler("u1"), ask_deferral(1, &milestones)).does(&supervisor(), judge_deferral(true));
    story
}

fn withdrawal_of_one_of_two() -> Refusal {
    let mut story = Story::handling();
    story.does(&operator(), TakeIn { from: OrderId(2), appeals: vec![appeal(at("2024-03-04 08:00"))] });
    story.refuses(&citizen(), ask_withdrawal())
}

fn reviewed_twice() -> Refusal {
    let mut story = Story::closed();
    story.does(&citizen(), ask_review(ReviewSubject::Closure)).does(&supervisor(), judge_review(false));
    story.refuses(&citizen(), ask_review(ReviewSubject::Closure))
}
