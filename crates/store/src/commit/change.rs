//! What a caller hands over to be written.

use domain::{Entry, Moment, Order};

use crate::attachments::NewAttachment;
use crate::citizens::NewCitizen;
use crate::journal::Loaded;
use crate::requests::RequestRow;
use crate::text::NewText;

/// One act on one order, and what comes with it.
#[derive(Debug, Clone)]
pub struct Change {
    /// The order that the act was decided on; none when it is new.
    pub before: Option<Loaded>,
    /// The order after the act.
    pub after: Order,
    /// The act.
    pub entry: Entry,
    /// The texts that the entry refers to and that are not in the store yet.
    pub texts: Vec<NewText>,
    /// Citizens who are not in the store yet.
    pub citizens: Vec<NewCitizen>,
    /// The files that came with it.
    pub attachments: Vec<NewAttachment>,
    /// What is to be done because of it.
    pub jobs: Vec<NewJob>,
    /// Where the order was imported from.
    pub import: Option<ImportRow>,
    /// The request that asked for it, and how it is answered: it is never
    /// carried out a second time.
    pub request: Option<RequestRow>,
}

impl Change {
    /// The change that an entry makes; none when the entry cannot be applied:
    /// the first one of an order must register it.
    pub fn new(before: Option<Loaded>, entry: Entry) -> Option<Self> {
        let mut after = before.as_ref().map(|loaded| loaded.order.clone());
        Order::apply_entry(&mut after, &entry);
        let after = after?;
        let (texts, citizens, attachments, jobs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Some(Self { before, after, entry, texts, citizens, attachments, jobs, import: None, request: None })
    }
}

/// Something to be done because of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// What kind of thing.
    pub kind: String,
    /// To whom, when an act has several jobs of a kind; else empty. Kind and
    /// target name the job within its act: the same one is never made twice.
    pub target: String,
    /// Not before.
    pub run_at: Moment,
    /// What it needs to know, as text.
    pub payload: String,
}

/// Where an order was imported from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// The source.
    pub source: String,
    /// What the order is called there.
    pub key: String,
    /// What the source knew of its later life, JSON.
    pub recorded: String,
}
