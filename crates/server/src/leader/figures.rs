//! 运行数据: what happened, read off the counts that every commit keeps; what
//! is open now, from the orders themselves. Whoever reads a figure can open
//! its orders: each has the query of its list.

use std::collections::BTreeMap;

use domain::Moment;
use domain::codes::Channel;
use domain::figures::Counted;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use store::{By, Figure, Filter};

use super::days::{Asked, WhichFigures, before, each};
use crate::access;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// 回升比较: the same weekdays of so many weeks before.
const WEEKS: i64 = 8;

/// What rises less often than so many times in a week is chance.
const FLOOR: u64 = 5;

/// And less than so many times its usual is weather.
const RISES: f64 = 1.5;

/// So many rising matters are shown.
const SHOWN: usize = 20;

/// The figures of a stretch of days.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FiguresPage {
    at: Moment,
    /// Today.
    day: Date,
    /// The first of the days.
    from: Date,
    /// The unit whose area they are of; none for the whole.
    area: Option<String>,
    /// Today, beside yesterday and what is usual.
    today: Vec<TodayFigure>,
    /// Every day, none left out.
    trend: Vec<TrendDay>,
    /// Matters that came in more often in the last seven days than in the eight weeks before; none of an area,
    /// which is not known before a unit is.
    rising: Vec<RisingMatter>,
    /// By place; none of an area.
    places: Vec<PlaceFigure>,
    /// By matter; none of an area.
    matters: Vec<MatterFigure>,
    /// By channel; none of an area.
    channels: Vec<ChannelFigure>,
}

/// What today's figures are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum FigureName {
    /// 受理
    Received,
    /// 即时答复
    AnsweredAtOnce,
    /// 派单
    Dispatched,
    /// 办结
    Closed,
    /// 今日超时
    BecameLate,
    /// 未办结
    Open,
    /// 未办结且曾超时
    Late,
    /// 诉求人等候已超过期限: open, and the step at hand is overdue
    CitizensOver,
}

/// One figure of today.
#[derive(Debug, Serialize, JsonSchema)]
struct TodayFigure {
    figure: FigureName,
    count: u64,
    /// The day before; none for what is open now.
    yesterday: Option<u64>,
    /// The mean of the same weekday of the eight weeks before.
    usual: Option<f64>,
    /// What `GET /api/orders` lists them by.
    query: String,
}

/// One day of the trend.
#[derive(Debug, Serialize, JsonSchema)]
struct TrendDay {
    day: Date,
    /// Of an area: what was dispatched to it.
    received: u64,
    answered_at_once: u64,
    dispatched: u64,
    closed: u64,
    became_late: u64,
}

/// A matter that rises.
#[derive(Debug, Serialize, JsonSchema)]
struct RisingMatter {
    matter: String,
    /// In the last seven days.
    count: u64,
    /// The mean of the eight weeks before.
    usual: f64,
    /// How many times its usual; none where it usually never comes.
    times: Option<f64>,
    /// Of each of the seven days, oldest first.
    days: Vec<u64>,
    query: String,
}

/// A place.
#[derive(Debug, Serialize, JsonSchema)]
struct PlaceFigure {
    place: String,
    /// In the days asked for.
    received: u64,
    /// Open now.
    open: u64,
    /// Of these, with a clock that is or was late.
    late: u64,
    query: String,
}

/// A matter.
#[derive(Debug, Serialize, JsonSchema)]
struct MatterFigure {
    matter: String,
    received: u64,
    /// The mean of as many days of the eight weeks before.
    usual: f64,
    query: String,
}

/// A channel.
#[derive(Debug, Serialize, JsonSchema)]
struct ChannelFigure {
    channel: Channel,
    received: u64,
    query: String,
}

pub(super) fn show(call: &Call, said: WhichFigures) -> Result<Shown<FiguresPage>, Problem> {
    let asked = said.asked(call)?;
    let desk = call.app.desk();
    let start = |day: Date| desk.city().calendar.start_of(day).0;
    let from = format!("from={}", start(asked.first));
    let happened = happened(call, &asked)?;
    let whole = asked.area.is_none();
    let store = call.app.store();
    let received = |by, first| {
        let days = (first, asked.today);
        if whole { store.figures(by, None, &[Counted::Received], days) } else { Ok(Vec::new()) }
    };
    let long_ago = before(asked.today, 7 * (WEEKS + 1)).min(asked.first);
    let by_matter = received(By::Matter, long_ago)?;
    let channels = by_code(&received(By::Channel, asked.first)?, asked.first);
    Ok(Shown(FiguresPage {
        at: call.at,
        day: asked.today,
        from: asked.first,
        area: asked.area.as_ref().map(|(unit, _)| unit.0.clone()),
        today: today(call, &asked, &happened, start(asked.today))?,
        trend: each(asked.first, asked.today).map(|day| trend_day(day, &happened, whole)).collect(),
        rising: rising(&by_matter, &asked, start(before(asked.today, 6))),
        places: if whole {
            places(call, &received(By::Place, asked.first)?, &asked, &from)?
        } else {
            Vec::new()
        },
        matters: matters(&by_matter, &asked, &from),
        channels: channels
            .into_iter()
            .filter_map(|(code, received)| {
                let query = format!("channel={code}&{from}");
                Some(ChannelFigure { channel: code.parse().ok()?, received, query })
            })
            .collect(),
    }))
}

/// What happened on each day, from eight weeks before on.
type Happened = BTreeMap<(Counted, Date), u64>;

fn happened(call: &Call, asked: &Asked) -> Result<Happened, Problem> {
    const WHAT: &[Counted] =
        &[Counted::Received, Counted::AnsweredAtOnce, Counted::Dispatched, Counted::Closed, Counted::Late];
    let codes: Option<Vec<String>> =
        asked.area.as_ref().map(|(_, units)| units.iter().map(|unit| unit.0.clone()).collect());
    let by = if codes.is_some() { By::Unit } else { By::All };
    let first = before(asked.today, 7 * WEEKS).min(asked.first);
    let found = call.app.store().figures(by, codes.as_deref(), WHAT, (first, asked.today))?;
    let mut days = Happened::new();
    for figure in found {
        *days.entry((figure.what, figure.day)).or_default() += figure.count;
    }
    Ok(days)
}

fn on(happened: &Happened, what: Counted, day: Date) -> u64 {
    happened.get(&(what, day)).copied().unwrap_or(0)
}

/// Of an area what came in is what was dispatched to it.
fn incoming(whole: bool) -> Counted {
    if whole { Counted::Received } else { Counted::Dispatched }
}

fn trend_day(day: Date, happened: &Happened, whole: bool) -> TrendDay {
    TrendDay {
        day,
        received: on(happened, incoming(whole), day),
        answered_at_once: on(happened, Counted::AnsweredAtOnce, day),
        dispatched: on(happened, Counted::Dispatched, day),
        closed: on(happened, Counted::Closed, day),
        became_late: on(happened, Counted::Late, day),
    }
}

fn today(
    call: &Call,
    asked: &Asked,
    happened: &Happened,
    midnight: i64,
) -> Result<Vec<TodayFigure>, Problem> {
    let area = asked.area.as_ref().map_or(String::new(), |(unit, _)| format!("&area={}", unit.0));
    let counted = |figure, what, query: String| TodayFigure {
        figure,
        count: on(happened, what, asked.today),
        yesterday: Some(on(happened, what, before(asked.today, 1))),
        usual: Some(usual(happened, what, asked.today)),
        query: format!("{query}{area}"),
    };
    let open = |figure, query: &str, filter: Filter| {
        let mut filter = Filter { open: Some(true), ..filter };
        access::scope(&call.app, &call.staff()?.viewer(), &mut filter)?;
        if let Some((_, units)) = &asked.area {
            filter.within = Some(units.clone());
        }
        let count = call.app.store().count(&filter)?;
        let query = format!("{query}{area}");
        Ok::<_, Problem>(TodayFigure { figure, count, yesterday: None, usual: None, query })
    };
    let happened_today = |what: &str| format!("happened={what}&since={midnight}");
    let whole = asked.area.is_none();
    let late = Filter { late: Some(true), ..Filter::default() };
    let over = Filter { due_before: Some(call.at), ..Filter::default() };
    Ok(vec![
        counted(
            FigureName::Received,
            incoming(whole),
            if whole { format!("from={midnight}") } else { happened_today("dispatched") },
        ),
        counted(FigureName::AnsweredAtOnce, Counted::AnsweredAtOnce, happened_today("answered_at_once")),
        counted(FigureName::Dispatched, Counted::Dispatched, happened_today("dispatched")),
        counted(FigureName::Closed, Counted::Closed, happened_today("closed")),
        counted(FigureName::BecameLate, Counted::Late, happened_today("became_late")),
        open(FigureName::Open, "open=true", Filter::default())?,
        open(FigureName::Late, "open=true&late=true", late)?,
        open(FigureName::CitizensOver, "open=true&due=overdue", over)?,
    ])
}

/// The mean of the same weekday of the weeks before.
fn usual(happened: &Happened, what: Counted, day: Date) -> f64 {
    let weeks = (1..=WEEKS).map(|week| on(happened, what, before(day, 7 * week)));
    weeks.sum::<u64>() as f64 / WEEKS as f64
}

fn by_code(figures: &[Figure], from: Date) -> BTreeMap<String, u64> {
    let mut sums = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.day >= from) {
        *sums.entry(figure.code.clone()).or_default() += figure.count;
    }
    sums
}

fn rising(by_matter: &[Figure], asked: &Asked, week_start: i64) -> Vec<RisingMatter> {
    let first = before(asked.today, 6);
    let long_ago = before(first, 7 * WEEKS);
    let mut before_that: BTreeMap<&str, u64> = BTreeMap::new();
    for figure in by_matter.iter().filter(|figure| figure.day >= long_ago && figure.day < first) {
        *before_that.entry(&figure.code).or_default() += figure.count;
    }
    let found = by_code(by_matter, first).into_iter().filter_map(|(matter, count)| {
        let usual = before_that.get(matter.as_str()).copied().unwrap_or(0) as f64 / WEEKS as f64;
        if count < FLOOR || (count as f64) < usual * RISES {
            return None;
        }
        let on = |day: Date| {
            let here = by_matter.iter().filter(|figure| figure.code == matter && figure.day == day);
            here.map(|figure| figure.count).sum()
        };
        Some(RisingMatter {
            count,
            usual,
            times: (usual > 0.0).then(|| count as f64 / usual),
            days: each(first, asked.today).map(on).collect(),
            query: format!("matter={matter}&from={week_start}"),
            matter,
        })
    });
    let mut found: Vec<RisingMatter> = found.collect();
    // What exceeds its usual by most comes first: many more of what is common
    // is more than twice of what is rare.
    found.sort_by(|one, other| (other.count as f64 - other.usual).total_cmp(&(one.count as f64 - one.usual)));
    found.truncate(SHOWN);
    found
}

fn matters(by_matter: &[Figure], asked: &Asked, from: &str) -> Vec<MatterFigure> {
    let days = each(asked.first, asked.today).count() as f64;
    let first = before(asked.today, 7 * WEEKS);
    let all = by_code(by_matter, first);
    let a_day = |matter: &str| all.get(matter).copied().unwrap_or(0) as f64 / (7 * WEEKS) as f64;
    let mut found: Vec<MatterFigure> = by_code(by_matter, asked.first)
        .into_iter()
        .map(|(matter, received)| MatterFigure {
            usual: (a_day(&matter) * days * 10.0).round() / 10.0,
            query: format!("matter={matter}&{from}"),
            received,
            matter,
        })
        .collect();
    found.sort_by_key(|figure| std::cmp::Reverse(figure.received));
    found
}

fn places(call: &Call, received: &[Figure], asked: &Asked, from: &str) -> Result<Vec<PlaceFigure>, Problem> {
    let mut places: BTreeMap<String, (u64, u64, u64)> = BTreeMap::new();
    for (place, count) in by_code(received, asked.first) {
        places.entry(place).or_default().0 = count;
    }
    for (place, open, late) in call.app.store().open_by_place()? {
        let known = places.entry(place).or_default();
        (known.1, known.2) = (open, late);
    }
    let figure = |(place, (received, open, late)): (String, (u64, u64, u64))| PlaceFigure {
        query: format!("place={place}&{from}"),
        place,
        received,
        open,
        late,
    };
    Ok(places.into_iter().filter(|(place, _)| !place.is_empty()).map(figure).collect())
}
