//! The noun of each act.

/// Each act and its noun, in the order of an order's life. `take_in` is half
/// of a merge, `attach` comes with a file, `tick` is time's own.
pub const NOUNS: &[(&str, &str)] = &[
    ("accept", "acceptances"),
    ("answer_at_once", "instant-answers"),
    ("refuse", "refusals"),
    ("transfer", "transfers"),
    ("ask_for_more", "questions"),
    ("supplement", "supplements"),
    ("grade", "grades"),
    ("classify", "classifications"),
    ("split", "splits"),
    ("merge", "merges"),
    ("link", "links"),
    ("dispatch", "dispatches"),
    ("add_assist", "assists"),
    ("sign", "signings"),
    ("hand_down", "hand-downs"),
    ("hand_back", "hand-backs"),
    ("return", "returns"),
    ("turn_down", "turn-downs"),
    ("judge_return", "return-verdicts"),
    ("open_dispute", "disputes"),
    ("state_claim", "claims"),
    ("establish_facts", "facts"),
    ("advance_dispute", "dispute-steps"),
    ("record_minutes", "minutes"),
    ("sign_minutes", "minutes-signatures"),
    ("write_opinion", "panel-opinions"),
    ("recuse_seat", "recusals"),
    ("rule", "rulings"),
    ("object_ruling", "ruling-objections"),
    ("judge_objection", "ruling-objection-verdicts"),
    ("review_ruling", "ruling-reviews"),
    ("contact", "contacts"),
    ("note", "notes"),
    ("ask_extension", "extensions"),
    ("judge_extension", "extension-verdicts"),
    ("pause", "pauses"),
    ("resume", "resumptions"),
    ("report", "reports"),
    ("whistle", "whistles"),
    ("acknowledge_whistle", "whistle-acknowledgements"),
    ("arrive", "arrivals"),
    ("report_whistle", "whistle-reports"),
    ("close_whistle", "whistle-closures"),
    ("consult", "opinion-requests"),
    ("answer_consult", "opinions"),
    ("ask_help", "help-requests"),
    ("answer_help", "help-answers"),
    ("reply", "replies"),
    ("review_reply", "reply-reviews"),
    ("call_back", "callbacks"),
    ("redo", "redos"),
    ("ask_deferral", "deferrals"),
    ("judge_deferral", "deferral-verdicts"),
    ("meet_milestone", "milestones"),
    ("ask_withdrawal", "withdrawals"),
    ("answer_withdrawal", "withdrawal-answers"),
    ("ask_termination", "terminations"),
    ("judge_termination", "termination-verdicts"),
    ("ask_final_answer", "final-answers"),
    ("judge_final_answer", "final-answer-verdicts"),
    ("close", "closures"),
    ("archive", "archivings"),
    ("remind", "reminders"),
    ("supervise", "supervisions"),
    ("answer_supervision", "supervision-answers"),
    ("ask_review", "reviews"),
    ("judge_review", "review-verdicts"),
    ("ask_exclusion", "exclusions"),
    ("judge_exclusion", "exclusion-verdicts"),
    ("publish", "publications"),
    ("unpublish", "publication-withdrawals"),
    ("erase", "erasures"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::life::Act;

    use super::*;

    /// Those that come over the wire in another way.
    const ELSEWHERE: &[&str] = &["take_in", "attach", "tick"];

    #[test]
    fn every_act_has_a_noun_of_its_own() {
        let named: HashSet<_> = NOUNS.iter().map(|(act, _)| *act).chain(ELSEWHERE.iter().copied()).collect();
        assert_eq!(named, Act::NAMES.iter().copied().collect());
        let nouns: HashSet<_> = NOUNS.iter().map(|(_, noun)| noun).collect();
        assert_eq!(nouns.len(), NOUNS.len());
    }
}
