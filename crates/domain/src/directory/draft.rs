//! 目录草案: how the directory is changed. Somebody drafts, a second person
//! reviews, a third approves; what is approved makes the next version. A draft
//! holds only what it changes, each entry with what stood there when it was
//! drafted: what others have published since is never written over.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Directory, DirectoryEntry};
use crate::codes::codes;
use crate::ids::PersonId;
use crate::time::Moment;

codes! {
    /// 草案状态.
    DraftState {
        /// 起草中
        Drafting = "drafting",
        /// 待审核
        Submitted = "submitted",
        /// 待批准
        Reviewed = "reviewed",
        /// 已发布
        Published = "published",
        /// 已作废
        Discarded = "discarded",
    }
}

codes! {
    /// 草案办理步骤.
    DraftStepKind {
        /// 新建
        Begin = "begin",
        /// 修改
        Edit = "edit",
        /// 提交审核
        Submit = "submit",
        /// 审核通过
        Review = "review",
        /// 退回修改
        SendBack = "send_back",
        /// 批准发布
        Approve = "approve",
        /// 作废
        Discard = "discard",
    }
}

/// One step on a draft's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DraftStep {
    /// What was done.
    pub step: DraftStepKind,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: PersonId,
    /// What was said to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// An entry as a draft would have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DraftChange {
    /// The entry as it stood when it was drafted; none for a new one.
    pub was: Option<DirectoryEntry>,
    /// The entry as it is to be.
    pub becomes: DirectoryEntry,
}

/// A draft of changes of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// Its number, such as `d3`.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// The version of the directory that it was begun on.
    pub made_from: u32,
    /// Where it stands.
    pub state: DraftState,
    /// The version that it became.
    pub published_as: Option<u32>,
    /// What it changes, in the order of the entries' codes.
    pub changes: Vec<DraftChange>,
    /// What was done with it, oldest first; editing counts once for each run of
    /// edits by the same person.
    pub steps: Vec<DraftStep>,
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(missing_docs)] // The message says what each field means.
pub enum DraftRefusal {
    #[error("the draft is {state}; this needs {needs}")]
    DraftStands { state: DraftState, needs: DraftState },
    #[error("the draft changes nothing")]
    DraftEmpty,
    #[error("whoever drafted, reviewed or approved a draft does nothing else of these with it")]
    DraftNeedsAnother,
    #[error("these entries were changed by others since they were drafted: {entries:?}; draft them anew")]
    DraftOvertaken { entries: Vec<String> },
    #[error("entry {entry} would say otherwise than {other} of the same orders, and is as close")]
    EntriesContradict { entry: String, other: String },
}

/// Who takes a step, when, and what they say to it.
#[derive(Debug, Clone)]
pub struct DraftHand<'a> {
    /// Who.
    pub by: &'a PersonId,
    /// When.
    pub at: Moment,
    /// What is said.
    pub note: &'a str,
}

impl Draft {
    /// Begins a draft on a version of the directory.
    pub fn begin(id: String, title: String, on: &Directory, hand: &DraftHand) -> Draft {
        let (made_from, state) = (on.version(), DraftState::Drafting);
        let mut draft =
            Draft { id, title, made_from, state, published_as: None, changes: Vec::new(), steps: Vec::new() };
        draft.note(DraftStepKind::Begin, hand);
        draft
    }

    /// Drafts entries as they are to be; an entry that is as it stands in force
    /// already is no change.
    ///
    /// # Errors
    /// When the draft has been submitted.
    pub fn put(
        &mut self,
        entries: Vec<DirectoryEntry>,
        in_force: &Directory,
        hand: &DraftHand,
    ) -> Result<(), DraftRefusal> {
        self.stands_at(DraftState::Drafting)?;
        for becomes in entries {
            let was = in_force.entry(&becomes.code).cloned();
            let place = self.changes.binary_search_by(|change| change.becomes.code.cmp(&becomes.code));
            match (place, was.as_ref() == Some(&becomes)) {
                (Ok(at), true) => drop(self.changes.remove(at)),
                (Err(_), true) => {}
                (Ok(at), false) => self.changes[at] = DraftChange { was, becomes },
                (Err(at), false) => self.changes.insert(at, DraftChange { was, becomes }),
            }
        }
        self.note(DraftStepKind::Edit, hand);
        Ok(())
    }

    /// Takes a change back out of the draft; whether it was in it.
    ///
    /// # Errors
    /// When the draft has been submitted.
    pub fn take_out(&mut self, code: &str, hand: &DraftHand) -> Result<bool, DraftRefusal> {
        self.stands_at(DraftState::Drafting)?;
        let before = self.changes.len();
        self.changes.retain(|change| change.becomes.code != code);
        let found = self.changes.len() < before;
        if found {
            self.note(DraftStepKind::Edit, hand);
        }
        Ok(found)
    }

    /// Hands it to be reviewed.
    ///
    /// # Errors
    /// When it changes nothing, contradicts itself or what is in force, or was
    /// overtaken.
    pub fn submit(&mut self, in_force: &Directory, hand: &DraftHand) -> Result<(), DraftRefusal> {
        self.stands_at(DraftState::Drafting)?;
        if self.changes.is_empty() {
            return Err(DraftRefusal::DraftEmpty);
        }
        self.upon(in_force)?;
        self.state = DraftState::Submitted;
        self.note(DraftStepKind::Submit, hand);
        Ok(())
    }

    /// Reviews it: it is lawful, complete and clear.
    ///
    /// # Errors
    /// When it was not submitted, or whoever reviews has drafted it.
    pub fn review(&mut self, hand: &DraftHand) -> Result<(), DraftRefusal> {
        self.stands_at(DraftState::Submitted)?;
        self.by_another(hand)?;
        self.state = DraftState::Reviewed;
        self.note(DraftStepKind::Review, hand);
        Ok(())
    }

    /// Sends it back to be drafted further; whoever drafted it may call it back,
    /// too.
    ///
    /// # Errors
    /// When it waits for nobody.
    pub fn send_back(&mut self, hand: &DraftHand) -> Result<(), DraftRefusal> {
        if self.state != DraftState::Reviewed {
            self.stands_at(DraftState::Submitted)?;
        }
        self.state = DraftState::Drafting;
        self.note(DraftStepKind::SendBack, hand);
        Ok(())
    }

    /// Approves it: the version of the directory that it makes, with each changed
    /// entry bearing who approved it.
    ///
    /// # Errors
    /// When it was not reviewed, whoever approves has drafted or reviewed it, or
    /// it was overtaken.
    pub fn approve(&mut self, in_force: &Directory, hand: &DraftHand) -> Result<Directory, DraftRefusal> {
        self.stands_at(DraftState::Reviewed)?;
        self.by_another(hand)?;
        let mut approved = self.clone();
        for change in &mut approved.changes {
            change.becomes.approver = Some(hand.by.clone());
        }
        let directory = approved.upon(in_force)?;
        *self = approved;
        self.state = DraftState::Published;
        self.published_as = Some(directory.version());
        self.note(DraftStepKind::Approve, hand);
        Ok(directory)
    }

    /// Gives it up.
    ///
    /// # Errors
    /// When it was published or given up already.
    pub fn discard(&mut self, hand: &DraftHand) -> Result<(), DraftRefusal> {
        if matches!(self.state, DraftState::Published | DraftState::Discarded) {
            self.stands_at(DraftState::Drafting)?;
        }
        self.state = DraftState::Discarded;
        self.note(DraftStepKind::Discard, hand);
        Ok(())
    }

    /// The directory as it would be with this draft, one version on.
    ///
    /// # Errors
    /// When entries were changed by others since they were drafted, or the
    /// outcome would contradict itself where the draft touches it.
    pub fn upon(&self, in_force: &Directory) -> Result<Directory, DraftRefusal> {
        let overtaken = |change: &&DraftChange| in_force.entry(&change.becomes.code) != change.was.as_ref();
        let entries: Vec<String> =
            self.changes.iter().filter(overtaken).map(|change| change.becomes.code.clone()).collect();
        if !entries.is_empty() {
            return Err(DraftRefusal::DraftOvertaken { entries });
        }
        let changed = |code: &str| {
            let at = self.changes.binary_search_by(|change| change.becomes.code.as_str().cmp(code)).ok()?;
            Some(self.changes[at].becomes.clone())
        };
        let kept =
            in_force.entries().iter().map(|entry| changed(&entry.code).unwrap_or_else(|| entry.clone()));
        let new =
            self.changes.iter().filter(|change| change.was.is_none()).map(|change| change.becomes.clone());
        let entries = kept.chain(new).collect();
        let directory = Directory::new(in_force.version() + 1, entries);
        let contradiction = self.changes.iter().find_map(|change| {
            let other = directory.contradicts(&change.becomes)?;
            let (entry, other) = (change.becomes.code.clone(), other.code.clone());
            Some(DraftRefusal::EntriesContradict { entry, other })
        });
        contradiction.map_or(Ok(directory), Err)
    }

    fn stands_at(&self, needs: DraftState) -> Result<(), DraftRefusal> {
        if self.state == needs { Ok(()) } else { Err(DraftRefusal::DraftStands { state: self.state, needs }) }
    }

    /// Whoever decides on a draft had no hand in it since it was last sent back,
    /// and never drafted it.
    fn by_another(&self, hand: &DraftHand) -> Result<(), DraftRefusal> {
        use DraftStepKind::*;
        let begun = self.steps.iter().rposition(|step| step.step == SendBack).unwrap_or(0);
        let drafted = |step: &DraftStep| matches!(step.step, Begin | Edit | Submit);
        let had_a_hand =
            self.steps.iter().enumerate().any(|(at, step)| {
                &step.by == hand.by && (drafted(step) || (at >= begun && step.step == Review))
            });
        if had_a_hand { Err(DraftRefusal::DraftNeedsAnother) } else { Ok(()) }
    }

    fn note(&mut self, step: DraftStepKind, hand: &DraftHand) {
        let same = |last: &&mut DraftStep| {
            step == DraftStepKind::Edit && last.step == step && &last.by == hand.by && hand.note.is_empty()
        };
        match self.steps.last_mut().filter(same) {
            Some(last) => last.at = hand.at,
            None => self.steps.push(DraftStep {
                step,
                at: hand.at,
                by: hand.by.clone(),
                note: hand.note.to_owned(),
            }),
        }
    }
}
