//! CPU time of this process and of a server's, as `/proc` tells it; none
//! where there is no `/proc`.

/// Microseconds in a tick of `/proc`: a hundred of them are a second.
const TICK: u64 = 10_000;

/// Whose CPU time is counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Whose {
    /// The process that works; this one, when it is none.
    pub process: Option<u32>,
    /// The database's server, if it has one: with its children.
    pub server: Option<u32>,
}

/// The CPU time that was used, in microseconds.
pub fn used(whose: Whose) -> u64 {
    let process = whose.process.map_or("self".to_owned(), |process| process.to_string());
    let own = Stat::of(&process).map_or(0, |stat| stat.own);
    own + whose.server.map_or(0, used_by_server)
}

/// The process above another.
pub fn parent(process: u32) -> Option<u32> {
    Stat::of(&process.to_string()).map(|stat| stat.parent)
}

fn used_by_server(server: u32) -> u64 {
    let top = Stat::of(&server.to_string()).map_or(0, |stat| stat.own + stat.ended);
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let children = processes
        .filter_map(|process| Stat::of(process.file_name().to_str()?))
        .filter(|stat| stat.parent == server)
        .map(|stat| stat.own)
        .sum::<u64>();
    top + children
}

struct Stat {
    parent: u32,
    own: u64,
    /// Of children that have ended.
    ended: u64,
}

impl Stat {
    fn of(process: &str) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The name before the last bracket may hold anything.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok());
        Some(Self {
            parent: fields.get(1)?.parse().ok()?,
            own: (ticks(11)? + ticks(12)?) * TICK,
            ended: (ticks(13)? + ticks(14)?) * TICK,
        })
    }
}
