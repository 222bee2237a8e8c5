//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// 民声 Minsheng: an open platform for a city's 12345 hotline.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Where the store is, and how to answer.
#[derive(Debug, Args)]
pub struct At {
    /// sqlite:PATH or postgres://…; also MINSHENG_DATABASE. Without it, a file in the data folder
    #[arg(long, global = true)]
    pub database: Option<String>,
    /// End with one JSON object on the last line of standard output
    #[arg(long, global = true)]
    pub json: bool,
}

/// Every command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve: the hotline over HTTP, and a worker beside it
    Serve {
        #[command(flatten)]
        at: At,
        /// Address and port
        #[arg(long)]
        listen: Option<String>,
    },
    /// Do jobs and what time has made due; any number of workers may run
    Worker {
        #[command(flatten)]
        at: At,
        /// Do what is due now, then stop
        #[arg(long)]
        once: bool,
    },
    /// Put the demonstration city, its people and log-ins into the database
    Seed {
        #[command(flatten)]
        at: At,
        /// The password of all demonstration people; drawn by chance when not given
        #[arg(long)]
        password: Option<String>,
    },
    /// Import appeals from JSON Lines, CSV or Excel
    Import {
        #[command(flatten)]
        at: At,
        /// The name of a mapping that comes with the program, or the path of one
        #[arg(long)]
        mapping: String,
        /// The file
        file: PathBuf,
        /// Read everything, write nothing, show the first errors
        #[arg(long)]
        dry_run: bool,
        /// Where to write rows that cannot be imported; FILE.rejects.jsonl in the current folder when not given
        #[arg(long)]
        rejects: Option<PathBuf>,
    },
    /// Export orders, without identities, as JSON Lines or CSV
    Export {
        #[command(flatten)]
        at: At,
        /// The form
        #[arg(long, value_enum, default_value = "jsonl")]
        form: ExportForm,
        /// The file; standard output when not given
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Carry imported orders through their whole lives under a policy
    Replay {
        #[command(flatten)]
        at: At,
        /// The policy pack
        #[arg(long)]
        policy: String,
    },
    /// Simulate a city's days; the same seed gives the same journal
    Simulate {
        #[command(flatten)]
        at: At,
        /// How many appeals arrive
        #[arg(long)]
        orders: u64,
        /// Over how many days
        #[arg(long)]
        days: u32,
        /// The policy pack
        #[arg(long)]
        policy: String,
        /// The seed of all chance
        #[arg(long)]
        seed: u64,
        /// The first day
        #[arg(long, default_value = "2026-03-02")]
        from: Date,
        /// Stop with the last day and leave orders on their way
        #[arg(long)]
        stop_at_end: bool,
        /// Let some duties be unclear, and their rulings hold for all such orders (on) or for one (off)
        #[arg(long, value_enum)]
        rulings: Option<RulingsMode>,
        /// Of a hundred pairs of matter and county, how many are unclear
        #[arg(long, default_value_t = 15)]
        unclear: u32,
        /// For how many days a ruling holds
        #[arg(long, default_value_t = 365)]
        lasting: u32,
    },
    /// Tell the story of an order, or of a few, with each clock explained
    Story {
        #[command(flatten)]
        at: At,
        /// The order's number; a few telling ones when not given
        number: Option<String>,
    },
    /// Register an appeal
    Register {
        #[command(flatten)]
        at: At,
        /// Who registers it: a log-in
        #[arg(long)]
        by: String,
        /// The appeal, as JSON: {"title", "content", "demand", "address", "when", "channel", "kind", "matter", "place",
        /// "level", "name", "phone", "wants_callback"}; all but title and content may be left out
        appeal: String,
    },
    /// Perform an act on an order
    Act {
        #[command(flatten)]
        at: At,
        /// Who performs it: a log-in, or `citizen`
        #[arg(long)]
        by: String,
        /// The order's number
        number: String,
        /// The act, as JSON: {"act": "sign", "part": 1}. A text is written {"text": "…"}; units are codes, orders
        /// are numbers. A split names its matters: {"act": "split", "keeps_a_matter": true, "matters": [{appeal}]}
        act: String,
    },
    /// Print a citizen's receipt, or check one
    Receipt {
        #[command(flatten)]
        at: At,
        /// The order's number
        #[arg(required_unless_present = "check")]
        number: Option<String>,
        /// The file of a receipt to check
        #[arg(long)]
        check: Option<PathBuf>,
    },
    /// Train what proposes matters and units, from the orders in the store
    Train {
        #[command(flatten)]
        at: At,
    },
    /// Seal the journal up to now under one root
    Seal {
        #[command(flatten)]
        at: At,
    },
    /// Check journal, chains, seals, texts and computed rows
    Verify {
        #[command(flatten)]
        at: At,
    },
    /// Compute anew what can be computed from the journal
    Rebuild {
        #[command(flatten)]
        at: At,
    },
    /// Write a backup while the store is in use
    Backup {
        #[command(flatten)]
        at: At,
        /// The file
        file: PathBuf,
    },
    /// Restore a backup into an empty database, of either kind
    Restore {
        #[command(flatten)]
        at: At,
        /// The file
        file: PathBuf,
    },
    /// Erase what must be erased of a closed order; the journal stays valid
    Erase {
        #[command(flatten)]
        at: At,
        /// The order's number
        number: String,
        /// The request or rule that it rests on
        #[arg(long)]
        basis: String,
        /// Who does it: an auditor's log-in
        #[arg(long)]
        by: String,
        /// Only the identities, not the texts
        #[arg(long)]
        identities_only: bool,
    },
    /// Look at an installation and say what is wrong
    Doctor {
        #[command(flatten)]
        at: At,
    },
    /// People and their log-ins
    User {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Keys that identities are encrypted with
    Key {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: KeyCommand,
    },
    /// The directory of whose duty what is
    Directory {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: DirectoryCommand,
    },
    /// Name every policy pack, or show one with the basis of each number
    Policy {
        /// The pack
        name: Option<String>,
        /// Check a pack file of your own, which may extend those that come with the program
        #[arg(long)]
        check: Option<PathBuf>,
    },
    /// Explain when a limit ends, step by step
    Due {
        /// When it starts, in the city's time: 2026-02-13T16:10
        from: jiff::civil::DateTime,
        /// Such as "5 working days"
        limit: String,
    },
    /// Measure on rows of your own how well texts are understood (docs/text.md)
    Evaluate {
        #[command(subcommand)]
        what: EvaluateCommand,
        /// End with one JSON object on the last line of standard output
        #[arg(long, global = true)]
        json: bool,
    },
    /// Print the OpenAPI document of the interface
    Openapi,
    /// Other systems and their keys
    System {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: SystemCommand,
    },
    /// Those who are told of what happens
    Hook {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: HookCommand,
    },
    /// Name every setting, its variable, its default and what holds now
    Settings,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// One JSON object a line
    Jsonl,
    /// Comma-separated, with a header
    Csv,
}

/// What to measure. All files are JSON Lines.
#[derive(Debug, Subcommand)]
pub enum EvaluateCommand {
    /// How well the class of a text is proposed
    Class {
        #[command(flatten)]
        rows: Labelled,
        /// The field with the class
        #[arg(long, default_value = "label")]
        label: String,
        /// Leave out labels with fewer rows in both files together
        #[arg(long, default_value_t = 1)]
        least: usize,
    },
    /// How well the unit that a text goes to is proposed
    Unit {
        #[command(flatten)]
        rows: Labelled,
        /// The field with the unit
        #[arg(long, default_value = "unit_norm")]
        label: String,
        /// Leave out labels with fewer rows in both files together
        #[arg(long, default_value_t = 20)]
        least: usize,
    },
    /// How well appeals about one thing are brought together, as they come in
    Issue {
        /// The appeals: msg_id, title, body, time
        #[arg(long)]
        data: PathBuf,
        /// Which are one issue: issue, msg_ids
        #[arg(long)]
        gold: PathBuf,
        /// Which two are one issue: a, b, label (1, 0 or null)
        #[arg(long)]
        pairs: PathBuf,
    },
    /// How well a reply is told from the one to the most similar letter
    Reply {
        /// Letters and replies: title, body, reply
        #[arg(long)]
        data: PathBuf,
    },
}

/// Rows to learn from and rows to be measured on: `text`, or `title` and `body`.
#[derive(Debug, Args)]
pub struct Labelled {
    /// Learn from these
    #[arg(long)]
    pub train: PathBuf,
    /// Measure on these
    #[arg(long)]
    pub test: PathBuf,
}

/// On people.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add somebody, or change them; prints the password when none is given
    Add {
        /// The log-in
        login: String,
        /// The name
        #[arg(long)]
        name: String,
        /// The role, such as dispatcher
        #[arg(long)]
        role: String,
        /// The unit's code
        #[arg(long)]
        unit: String,
        /// Works for a contractor
        #[arg(long)]
        outsourced: bool,
        /// The password; drawn by chance when not given
        #[arg(long)]
        password: Option<String>,
    },
    /// List people
    List,
    /// End all sessions of somebody
    EndSessions {
        /// The log-in
        login: String,
    },
    /// Take away somebody's one-time code, which they lost
    ForgetCode {
        /// The log-in
        login: String,
    },
    /// Take somebody's log-in away
    Disable {
        /// The log-in
        login: String,
    },
}

/// On other systems.
#[derive(Debug, Subcommand)]
pub enum SystemCommand {
    /// Give a system a key, in place of the one it had; prints it once
    Add {
        /// Its name
        name: String,
        /// What it is here for: intake, switch, monitor
        #[arg(long)]
        role: String,
    },
    /// List systems
    List,
    /// Take a system's key away
    End {
        /// Its name
        name: String,
    },
}

/// On those who are told.
#[derive(Debug, Subcommand)]
pub enum HookCommand {
    /// Have somebody told; prints the secret with which messages are signed, once
    Add {
        /// Its name
        name: String,
        /// Where: https://…
        url: String,
        /// Of what, divided by commas: order.ACT, order.*, call.requested; all acts when not given
        #[arg(long, value_delimiter = ',')]
        events: Vec<String>,
    },
    /// List those who are told
    List,
    /// Tell somebody nothing any more
    End {
        /// Its name
        name: String,
    },
}

/// On the directory.
#[derive(Debug, Subcommand)]
pub enum DirectoryCommand {
    /// Find contradictions, gaps, dead units, expired entries and cycles, with examples
    Check {
        /// A version, or a draft such as `d3`; what is in force when not given
        #[arg(long)]
        version: Option<String>,
    },
    /// Draft what an Excel sheet changes; entries that it does not name stay as they are
    Import(Importing),
    /// Write the directory into an Excel sheet
    Export {
        /// The file
        file: PathBuf,
        /// A version, or a draft such as `d3`; what is in force when not given
        #[arg(long)]
        version: Option<String>,
    },
    /// Try a version on past orders: where they would have gone
    Replay {
        /// A version, or a draft such as `d3`
        #[arg(long)]
        version: String,
    },
}

/// An import of the directory.
#[derive(Debug, Args)]
pub struct Importing {
    /// The file
    pub file: PathBuf,
    /// Who has reviewed it: a log-in; with --approved-by it is in force at once
    #[arg(long, requires = "approved_by")]
    pub reviewed_by: Option<String>,
    /// Who has approved it: another log-in
    #[arg(long, requires = "reviewed_by")]
    pub approved_by: Option<String>,
}

/// On keys.
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Name the keys and say which one is in use
    List,
    /// Make a new key and encrypt every identity anew with it
    Rotate,
}

/// What becomes of the rulings of a simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RulingsMode {
    /// Each holds for its order alone.
    Off,
    /// Each holds for all such orders.
    On,
}
