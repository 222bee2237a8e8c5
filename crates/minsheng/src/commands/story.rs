//! `minsheng story`: an order as one readable story, with its clocks
//! explained.

use std::collections::HashMap;
use std::process::ExitCode;

use anyhow::bail;
use desk::City;
use domain::ids::UnitId;
use domain::text_ref::TextRef;
use domain::{Entry, Event, Order};
use store::{Filter, Listed, OrderFile, Sort, Store};

use super::now;
use super::words::{self, word};
use crate::settings::Settings;

/// How much of a text a story shows, in characters.
const SHOWN: usize = 60;

/// Tells one story, or those of a few orders that have seen much.
pub fn story(settings: &Settings, number: Option<&str>) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    let city = City::load(&store, now())?;
    let numbers = match number {
        Some(number) => vec![number.to_owned()],
        None => telling(&store)?,
    };
    for number in numbers {
        let Some(loaded) = store.by_number(&number)? else { bail!("there is no order {number}") };
        let Some(file) = store.file(loaded.order.id)? else { continue };
        Story::new(&store, &city, &file)?.tell(&file.history);
    }
    Ok(ExitCode::SUCCESS)
}

/// So many of the newest orders are looked through for telling ones.
const LOOKED_AT: usize = 5_000;

/// A quarrelled one, one that was redone, a plain one: whatever there is.
fn telling(store: &Store) -> anyhow::Result<Vec<String>> {
    let kinds: [fn(&Listed) -> bool; 3] = [
        |order| order.disputes > 0,
        |order| order.round > 0,
        |order| order.stage.is_closed() && order.unit.is_some() && order.returns == 0 && order.round == 0,
    ];
    let mut found: [Option<String>; 3] = Default::default();
    let (mut after, mut looked_at) = (None, 0);
    loop {
        let page = store.list(&Filter::default(), Sort::Newest, after, 500)?;
        looked_at += page.orders.len();
        for order in &page.orders {
            let wanted = kinds.iter().zip(&mut found).find(|(is_it, found)| found.is_none() && is_it(order));
            if let Some((_, found)) = wanted {
                *found = Some(order.number.clone());
            }
        }
        after = page.next;
        if after.is_none() || looked_at >= LOOKED_AT || found.iter().all(Option::is_some) {
            return Ok(found.into_iter().flatten().collect());
        }
    }
}

struct Story<'a> {
    city: &'a City,
    order: &'a Order,
    texts: &'a HashMap<String, Option<String>>,
    matter: String,
}

impl<'a> Story<'a> {
    fn new(store: &Store, city: &'a City, file: &'a OrderFile) -> anyhow::Result<Self> {
        let order = &file.loaded.order;
        let matters = store.matters()?;
        let named = matters.into_iter().find(|matter| matter.code == order.matter.as_str());
        let matter = named.map_or_else(|| order.matter.to_string(), |matter| matter.name);
        Ok(Self { city, order, texts: &file.texts, matter })
    }

    fn tell(&self, history: &[Entry]) {
        let order = self.order;
        let first = order.first_appeal();
        println!("工单 {}  {}", order.number, word("stage", order.stage.code()));
        println!(
            "{}｜{}｜{}｜{}｜{}",
            word("channel", first.channel.code()),
            word("kind", order.kind.code()),
            word("level", order.level.code()),
            self.matter,
            self.text(&first.title)
        );
        println!("  {}", self.text(&first.content));
        println!("\n经过：");
        history.iter().for_each(|entry| self.tell_entry(entry));
        println!("\n时钟：");
        let rolls = self.city.policy(order.registered_at).counting.rolls_to_working_day.value;
        for clock in &order.clocks {
            let part = if clock.part == 0 { String::new() } else { format!("（分单{}）", clock.part) };
            println!("  {}{part}", word("clock", clock.kind.code()));
            for step in clock.explain(&self.city.calendar, rolls) {
                println!("    {}", words::step(&step, &self.city.calendar));
            }
            if let Some(stopped) = clock.stopped {
                let late = if clock.is_late(stopped) { "，已超时限" } else { "" };
                println!("    用时{}{late}", words::span(stopped.millis_since(clock.started)));
            }
        }
        println!();
    }

    fn tell_entry(&self, entry: &Entry) {
        let who = word("role", entry.by.role.code());
        let unit = entry.by.unit.as_ref().map(|unit| self.unit(unit)).unwrap_or_default();
        let at = words::time(entry.at, &self.city.calendar);
        println!("  {at}  {who} {unit} {}", word("act", &entry.act));
        entry.events.iter().filter_map(|event| self.event(event)).for_each(|said| println!("      {said}"));
    }

    /// What an event adds to the name of its act; none for those that say no
    /// more than it.
    fn event(&self, event: &Event) -> Option<String> {
        let clock = |kind: &domain::codes::ClockKind| word("clock", kind.code());
        Some(match event {
            Event::PartOpened { part } => {
                let duty = if part.duty == domain::codes::Duty::Lead { "主办" } else { "协办" };
                format!("{duty}：{}，依据：{}", self.unit(&part.unit), self.basis(&part.basis))
            }
            Event::Signed { by_silence: true, .. } => "限时内未签收也未退单，视为接单".to_owned(),
            Event::ReturnAsked { reason, basis, .. } => {
                format!("{}：{}", word("return_reason", reason.code()), self.text(basis))
            }
            Event::ReturnJudged { fate, reason } => {
                format!("{}：{}", word("return_fate", fate.code()), self.text(reason))
            }
            Event::DisputeOpened { .. } => "转入职责认定，诉求人的时钟不停".to_owned(),
            Event::Ruled { ruling } => format!(
                "{}：由{}主办，{}",
                ruling.number,
                self.unit(&ruling.lead),
                self.text(&ruling.reasons)
            ),
            Event::TurnedDown { unit, entry, .. } => {
                format!("{}依派单目录{entry}退回清单外事项", self.unit(unit))
            }
            Event::HandedDown { unit, note, .. } => format!("交{}：{}", self.unit(unit), self.text(note)),
            Event::AnsweredAtOnce { answer } => self.text(answer),
            Event::Explained { text } | Event::Noted { text, .. } | Event::PartReported { text, .. } => {
                self.text(text)
            }
            Event::MoreAsked { question: text, .. }
            | Event::Supplemented { text }
            | Event::Reminded { text } => self.text(text),
            Event::ExtensionAsked { by, plan, .. } => format!("{}：{}", words::limit(*by), self.text(plan)),
            Event::ExtensionJudged { granted, reason } | Event::DeferralJudged { granted, reason } => {
                format!("{}：{}", if *granted { "同意" } else { "不同意" }, self.text(reason))
            }
            Event::Replied { reply } => {
                format!("{}：{}", word("conclusion", reply.conclusion.code()), self.text(&reply.public))
            }
            Event::ReplyReviewed { passed, note, .. } => {
                format!("{}：{}", if *passed { "通过" } else { "驳回" }, self.text(note))
            }
            Event::CalledBack { outcome, answers: None, .. } => word("call", outcome.code()).to_owned(),
            Event::CalledBack { answers: Some(answers), .. } => {
                format!(
                    "{}，{}",
                    word("solved", answers.solved.code()),
                    word("satisfied", answers.satisfied.code())
                )
            }
            Event::Redone { reason } => self.text(reason),
            Event::Closed { outcome, .. } => word("outcome", outcome.code()).to_owned(),
            Event::MilestoneMissed { .. } => "节点逾期，退出挂账，恢复办理".to_owned(),
            Event::ClockWarned { kind, .. } => format!("{}临近时限，已提醒", clock(kind)),
            Event::ClockLate { kind, .. } => format!("{}超过时限", clock(kind)),
            Event::ClockRed { kind, .. } => format!("{}红牌", clock(kind)),
            Event::Archived => "归档".to_owned(),
            _ => return None,
        })
    }

    fn basis(&self, basis: &domain::order::Basis) -> String {
        use domain::order::Basis::*;
        match basis {
            Directory { entry, .. } => {
                let law = self.city.directory.entry(entry).map_or("", |entry| entry.basis.as_str());
                format!("派单目录{entry} {law}")
            }
            Ruling { number } => number.clone(),
            Human { reason, .. } => self.text(reason),
            Override { named } => {
                let (reason, law) = (self.text(&named.reason), self.text(&named.law));
                format!("越级下派，{}批准：{reason}（{law}）", named.person)
            }
        }
    }

    fn unit(&self, code: &UnitId) -> String {
        self.city.units.get(code).map_or_else(|| code.to_string(), |unit| unit.name.clone())
    }

    fn text(&self, text: &TextRef) -> String {
        match self.texts.get(&text.hash) {
            Some(Some(body)) if body.chars().count() > SHOWN => {
                body.chars().take(SHOWN).chain(['…']).collect()
            }
            Some(Some(body)) => body.clone(),
            Some(None) => "（已依法清除）".to_owned(),
            None => String::new(),
        }
    }
}
