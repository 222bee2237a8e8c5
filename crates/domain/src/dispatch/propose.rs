//! 派单建议: what the directory says of an order, with every reason for and
//! against, so that whoever dispatches decides and does not search.

use super::guard::{is_grassroots, reserved};
use crate::codes::{UnitKind, codes};
use crate::context::Context;
use crate::directory::{DirectoryEntry, LookUp};
use crate::dispute::{Bound, ruled};
use crate::ids::UnitId;
use crate::order::{Order, ReturnFate};
use crate::recusal::is_accused;

codes! {
    /// 不能派的原因: what keeps an order from a unit.
    Obstacle {
        /// 单位不存在
        Unknown = "unknown",
        /// 被诉单位或其下级
        Accused = "accused",
        /// 已退过本单
        ReturnedBefore = "returned_before",
        /// 村（居）不得主办
        Village = "village",
        /// 已有未办结的分单
        HasPart = "has_part",
        /// 属部门职责，派镇街须经审批
        Reserved = "reserved",
    }
}

codes! {
    /// 需人工斟酌的原因: why a proposal is not to be followed unread.
    Doubt {
        /// 目录无此事项
        NoEntry = "no_entry",
        /// 有条目适用与否取决于未查明的事实
        Conditional = "conditional",
        /// 目录所载单位不能派
        Blocked = "blocked",
        /// 目录所载协办单位不能派
        AssistBlocked = "assist_blocked",
        /// 曾被退单
        Returned = "returned",
        /// 曾有争议
        Disputed = "disputed",
        /// 敏感
        Sensitive = "sensitive",
        /// 申请保密
        Confidential = "confidential",
    }
}

/// A unit that may be thought of, and what keeps the order from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The unit.
    pub unit: UnitId,
    /// What keeps the order from it; empty when nothing does.
    pub obstacles: Vec<Obstacle>,
}

/// What the directory says of an order.
#[derive(Debug, Clone)]
pub struct Proposal<'a> {
    /// 认定规则: the ruling in force that the order falls under, which goes before the directory.
    pub ruled: Option<Bound<'a>>,
    /// Which entry won, and why the others did not.
    pub look_up: LookUp<'a>,
    /// The units that are named: by the winner, by other entries in force, by those who returned the order.
    pub candidates: Vec<Candidate>,
    /// 协办 of the winner that nothing keeps the order from.
    pub assists: Vec<(UnitId, String)>,
    /// 抄送: the district of a town that is sent to directly (北京条例 12).
    pub copy_to: Option<UnitId>,
    /// Whether the directory names a town or village for this: what is a department's duty is not given
    /// to the grass roots (66号 五: 应由职能部门办理的诉求事项不得分派给基层办理).
    pub grassroots_named: bool,
    /// Why it is not to be followed unread.
    pub doubts: Vec<Doubt>,
}

impl<'a> Proposal<'a> {
    /// The entry that is followed; none when nothing is proposed, or a ruling goes before it.
    pub fn entry(&self) -> Option<&'a DirectoryEntry> {
        let followed = self.ruled.is_none() && !self.doubts.contains(&Doubt::Blocked);
        self.look_up.winner.filter(|_| followed)
    }

    /// Whether it can be followed unread, one among many.
    pub fn is_plain(&self) -> bool {
        (self.entry().is_some() || self.ruled.is_some()) && self.doubts.is_empty()
    }
}

/// What the directory says of an order now.
pub fn propose<'a>(order: &'a Order, ctx: &Context<'a>) -> Proposal<'a> {
    let bound = ruled(order, ctx);
    let asked = ctx.question(order);
    let look_up = ctx.directory.look_up(&asked);
    let here = look_up.others.iter().map(|(entry, _)| *entry).filter(|entry| entry.covers(&asked));
    let offered = look_up.ifs.iter().map(|offered| offered.entry);
    let by_entry = look_up.winner.into_iter().chain(offered).chain(here).map(|entry| &entry.lead);
    let named: Vec<&UnitId> = bound.iter().map(|bound| bound.lead).chain(by_entry).collect();
    let suggested = order.returns.iter().filter_map(|asked| asked.suggests.as_ref());
    let mut candidates: Vec<Candidate> = Vec::new();
    for unit in named.iter().copied().chain(suggested) {
        if !candidates.iter().any(|known| known.unit == *unit) {
            // A ruling sends it even to a unit that returned it.
            let leads = bound.as_ref().is_none_or(|bound| bound.lead != unit);
            candidates.push(Candidate { unit: unit.clone(), obstacles: obstacles(unit, leads, order, ctx) });
        }
    }
    let is_free = |unit: &UnitId| obstacles(unit, false, order, ctx).is_empty();
    let by_entry = look_up.winner.map_or(&[][..], |entry| &entry.assists);
    let duties = bound.as_ref().map_or(by_entry, |bound| bound.assists);
    let assists: Vec<_> = duties.iter().filter(|duty| is_free(&duty.unit)).collect();
    let all_assist = assists.len() == duties.len();
    let doubts = doubts(order, &look_up, bound.is_some(), candidates.first(), all_assist);
    let lead = bound.as_ref().map(|bound| bound.lead).or(look_up.winner.map(|entry| &entry.lead));
    Proposal {
        copy_to: lead.and_then(|lead| district_of(lead, ctx)),
        ruled: bound,
        grassroots_named: named.iter().any(|unit| is_grassroots(unit, ctx)),
        assists: assists.into_iter().map(|duty| (duty.unit.clone(), duty.task.clone())).collect(),
        look_up,
        candidates,
        doubts,
    }
}

fn obstacles(unit: &UnitId, leads: bool, order: &Order, ctx: &Context) -> Vec<Obstacle> {
    let known = ctx.units.get(unit);
    let village = leads && known.is_some_and(|unit| unit.kind == UnitKind::Village);
    let has_part = order.parts.iter().any(|part| part.state.is_open() && part.unit == *unit);
    let found = [
        (known.is_none(), Obstacle::Unknown),
        (is_accused(unit, order, ctx.units), Obstacle::Accused),
        (leads && order.was_returned_by(unit), Obstacle::ReturnedBefore),
        (village, Obstacle::Village),
        (has_part, Obstacle::HasPart),
        (leads && is_grassroots(unit, ctx) && reserved(order, ctx).is_some(), Obstacle::Reserved),
    ];
    found.into_iter().filter_map(|(is_so, obstacle)| is_so.then_some(obstacle)).collect()
}

fn doubts(
    order: &Order,
    look_up: &LookUp,
    is_ruled: bool,
    first: Option<&Candidate>,
    all_assist: bool,
) -> Vec<Doubt> {
    let named = is_ruled || look_up.winner.is_some();
    let blocked = named && first.is_some_and(|winner| !winner.obstacles.is_empty());
    let returned = order.returns.iter().any(|asked| asked.fate != ReturnFate::Rejected);
    let found = [
        (!named, Doubt::NoEntry),
        (!is_ruled && !look_up.ifs.is_empty(), Doubt::Conditional),
        (blocked, Doubt::Blocked),
        (!all_assist, Doubt::AssistBlocked),
        (returned, Doubt::Returned),
        (!order.disputes.is_empty(), Doubt::Disputed),
        (!order.sensitivities.is_empty(), Doubt::Sensitive),
        (order.confidentiality != crate::codes::Confidentiality::Open, Doubt::Confidential),
    ];
    found.into_iter().filter_map(|(is_so, doubt)| is_so.then_some(doubt)).collect()
}

fn district_of(lead: &UnitId, ctx: &Context) -> Option<UnitId> {
    let town = ctx.units.get(lead).filter(|unit| unit.kind == UnitKind::Town)?;
    ctx.units.above(&town.code).find(|above| above.kind == UnitKind::District).map(|above| above.code.clone())
}
