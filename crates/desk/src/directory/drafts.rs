//! Drafts, kept on the record as every change of the city is: each step is a row
//! of it, and what is published is written with its draft and the record of each
//! entry in one transaction.

use domain::Moment;
use domain::directory::{Directory, DirectoryEntry, Draft, DraftChange, DraftHand};
use domain::ids::PersonId;
use serde_json::json;
use store::{CityChange, CityChanged, CityWrite, CityWriting, Document, Store};

use super::versions::{DIRECTORY, in_force};
use super::{CityLists, DirectoryError};
use crate::{City, CityError};

/// What drafts are called among the documents and in the record.
const DRAFT: &str = "directory_draft";

/// What single entries are called in the record.
const ENTRY: &str = "directory_entry";

/// A draft, and the version at which it is kept: what a change is decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft {
    /// The draft.
    pub draft: Draft,
    /// Its version.
    pub version: i64,
}

/// Who has a draft in hand.
#[derive(Clone)]
pub struct Drafting<'a> {
    /// The store.
    pub store: &'a Store,
    /// Who.
    pub by: &'a PersonId,
    /// When.
    pub at: Moment,
    /// What is said to it.
    pub note: &'a str,
}

/// What can be done with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// 提交审核
    Submit,
    /// 审核通过
    Review,
    /// 退回修改
    SendBack,
    /// 批准发布
    Approve,
    /// 作废
    Discard,
}

/// Every draft, newest first.
///
/// # Errors
/// When the store cannot be read.
pub fn drafts(store: &Store, now: Moment) -> Result<Vec<KeptDraft>, DirectoryError> {
    let mut found: Vec<KeptDraft> =
        store.documents(DRAFT, now)?.iter().map(read).collect::<Result<_, _>>()?;
    found.sort_by_key(|kept| std::cmp::Reverse(kept.draft.steps.first().map(|step| step.at)));
    Ok(found)
}

/// A draft by its number.
///
/// # Errors
/// When there is none.
pub fn draft(store: &Store, id: &str, now: Moment) -> Result<KeptDraft, DirectoryError> {
    let found = store.documents(DRAFT, now)?.into_iter().find(|document| document.name == id);
    read(&found.ok_or_else(|| DirectoryError::NotThere(format!("draft {id} of the directory")))?)
}

fn read(document: &Document) -> Result<KeptDraft, DirectoryError> {
    let unreadable = |error: serde_json::Error| {
        CityError::Unreadable(format!("draft {} of the directory", document.name), error.to_string())
    };
    let draft = serde_json::from_str(&document.body).map_err(unreadable)?;
    Ok(KeptDraft { draft, version: document.version })
}

/// Begins a draft, with entries when there are any already.
///
/// # Errors
/// When an entry does not fit the city, or somebody begins one at the same time.
pub fn begin(
    hand: &Drafting,
    city: &City,
    title: &str,
    entries: Vec<DirectoryEntry>,
) -> Result<KeptDraft, DirectoryError> {
    let lists = CityLists::load(hand.store, city)?;
    entries.iter().try_for_each(|entry| lists.check(entry))?;
    let directory = in_force(hand.store, hand.at)?;
    let id = format!("d{}", drafts(hand.store, hand.at)?.len() + 1);
    let mut draft = Draft::begin(id, title.to_owned(), &directory, &hand.hand());
    if !entries.is_empty() {
        draft.put(entries, &directory, &hand.hand())?;
    }
    hand.write(None, draft, Vec::new(), None)
}

/// Drafts entries as they are to be.
///
/// # Errors
/// When an entry does not fit the city, the draft is not open, or somebody
/// changed it since the version that it was decided on.
pub fn edit(
    hand: &Drafting,
    city: &City,
    id: &str,
    entries: Vec<DirectoryEntry>,
    against: Option<i64>,
) -> Result<KeptDraft, DirectoryError> {
    let lists = CityLists::load(hand.store, city)?;
    entries.iter().try_for_each(|entry| lists.check(entry))?;
    let before = draft(hand.store, id, hand.at)?;
    let mut after = before.draft.clone();
    after.put(entries, &in_force(hand.store, hand.at)?, &hand.hand())?;
    hand.write(Some(before), after, Vec::new(), against)
}

/// Takes an entry out of a draft.
///
/// # Errors
/// As [`edit`]; when the draft does not have it.
pub fn take_out(
    hand: &Drafting,
    id: &str,
    code: &str,
    against: Option<i64>,
) -> Result<KeptDraft, DirectoryError> {
    let before = draft(hand.store, id, hand.at)?;
    let mut after = before.draft.clone();
    if !after.take_out(code, &hand.hand())? {
        return Err(DirectoryError::NotThere(format!("entry {code} in draft {id}")));
    }
    hand.write(Some(before), after, Vec::new(), against)
}

/// Takes a step with a draft. The one that approves it makes the next version of
/// the directory, in force at once.
///
/// # Errors
/// When the draft is not where this can be done, or not by this person.
pub fn take_step(
    hand: &Drafting,
    city: &City,
    id: &str,
    step: Step,
    against: Option<i64>,
) -> Result<KeptDraft, DirectoryError> {
    let before = draft(hand.store, id, hand.at)?;
    let mut after = before.draft.clone();
    let directory = in_force(hand.store, hand.at)?;
    let mut with = Vec::new();
    match step {
        Step::Submit => after.submit(&directory, &hand.hand())?,
        Step::Review => after.review(&hand.hand())?,
        Step::SendBack => after.send_back(&hand.hand())?,
        Step::Discard => after.discard(&hand.hand())?,
        Step::Approve => {
            // What fitted when it was drafted may have ended since.
            let lists = CityLists::load(hand.store, city)?;
            after.changes.iter().try_for_each(|change| lists.check(&change.becomes))?;
            let next = after.approve(&directory, &hand.hand())?;
            with = hand.publishing(&after, &directory, &next);
        }
    }
    hand.write(Some(before), after, with, against)
}

impl Drafting<'_> {
    fn hand(&self) -> DraftHand<'_> {
        DraftHand { by: self.by, at: self.at, note: self.note }
    }

    /// A row of the record.
    fn change(&self, kind: &str, code: &str, was: String, became: String, basis: &str) -> CityChange {
        CityChange {
            at: self.at,
            login: self.by.0.clone(),
            kind: kind.to_owned(),
            code: code.to_owned(),
            against: None,
            was,
            became,
            basis: basis.to_owned(),
            ends: None,
        }
    }

    /// What is written with an approval: each entry's own record, and the version.
    fn publishing(&self, draft: &Draft, before: &Directory, next: &Directory) -> Vec<CityWriting> {
        let entry = |change: &DraftChange| {
            let DraftChange { was, becomes } = change;
            let was = was.as_ref().map_or_else(String::new, |was| json!(was).to_string());
            let change = self.change(ENTRY, &becomes.code, was, json!(becomes).to_string(), &becomes.basis);
            (change, CityWrite::Nothing)
        };
        let mut writings: Vec<CityWriting> = draft.changes.iter().map(entry).collect();
        let was = match before.version() {
            0 => String::new(),
            version => json!({"version": version}).to_string(),
        };
        let became = json!({"version": next.version(), "draft": draft.id, "entries": next.entries().len()});
        let change = self.change(DIRECTORY, DIRECTORY, was, became.to_string(), &draft.title);
        let document = Document {
            kind: DIRECTORY.to_owned(),
            name: DIRECTORY.to_owned(),
            version: i64::from(next.version()),
            body: json!(next.entries()).to_string(),
            in_force_from: self.at,
        };
        writings.push((change, CityWrite::Document(document)));
        writings
    }

    fn write(
        &self,
        before: Option<KeptDraft>,
        after: Draft,
        mut with: Vec<CityWriting>,
        against: Option<i64>,
    ) -> Result<KeptDraft, DirectoryError> {
        let version = before.as_ref().map_or(0, |before| before.version);
        if against.is_some_and(|known| known != version) {
            return Err(DirectoryError::Changed { version });
        }
        let (was, became) = difference(before.as_ref().map(|kept| &kept.draft), &after);
        let mut change = self.change(DRAFT, &after.id, was, became, &after.title);
        change.against = Some(version);
        let document = Document {
            kind: DRAFT.to_owned(),
            name: after.id.clone(),
            version: version + 1,
            body: json!(after).to_string(),
            in_force_from: self.at,
        };
        with.push((change, CityWrite::Document(document)));
        match self.store.change_city_together(with)? {
            CityChanged::Done(version) => Ok(KeptDraft { draft: after, version }),
            CityChanged::Other(version) => Err(DirectoryError::Changed { version }),
        }
    }
}

/// What the record says of a step: where the draft stood and stands, and the
/// entries that differ.
fn difference(before: Option<&Draft>, after: &Draft) -> (String, String) {
    let without = |draft: &Draft, other: Option<&Draft>| {
        let known = |change: &DraftChange| other.is_some_and(|other| other.changes.contains(change));
        let entries: Vec<_> =
            draft.changes.iter().filter(|change| !known(change)).map(|change| &change.becomes).collect();
        json!({"state": draft.state, "entries": entries}).to_string()
    };
    let was = before.map_or_else(String::new, |before| without(before, Some(after)));
    (was, without(after, before))
}
