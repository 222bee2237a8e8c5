//! The commands: each reads its settings, calls what does the work, and says
//! what came of it.

mod acts;
mod backup;
mod bring_in;
mod city;
mod directory;
mod doctor;
mod erase;
mod evaluate;
mod export;
mod hooks;
mod keys;
mod runs;
mod seals;
mod seed;
mod serve;
mod story;
mod systems;
mod train;
mod users;
mod verify;
mod words;
mod worker;

use std::process::ExitCode;

use domain::Moment;

use crate::cli::{At, Cli, Command, RulingsMode};
use crate::settings::Settings;

/// Runs a command. The exit code is 0 only when all went well.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let settings = |at: &At| Settings::read(at.database.clone());
    match cli.command {
        Command::Serve { at, listen } => {
            let settings = settings(&at)?;
            let _writing = crate::logging::begin(&settings)?;
            serve::serve(&settings, listen)
        }
        Command::Worker { at, once } => {
            let settings = settings(&at)?;
            let _writing = crate::logging::begin(&settings)?;
            worker::worker(&settings, once)
        }
        Command::Openapi => serve::openapi(),
        Command::System { at, command } => systems::system(&settings(&at)?, command, at.json),
        Command::Hook { at, command } => hooks::hook(&settings(&at)?, command, at.json),
        Command::Seed { at, password } => seed::seed(&settings(&at)?, password, at.json),
        Command::Import { at, mapping, file, dry_run, rejects } => {
            let plan = bring_in::Plan { mapping, file, dry_run, rejects };
            bring_in::import(&settings(&at)?, &plan, at.json)
        }
        Command::Export { at, form, out } => export::export(&settings(&at)?, form, out.as_deref(), at.json),
        Command::Replay { at, policy } => runs::replay(&settings(&at)?, &policy, at.json),
        Command::Simulate {
            at,
            orders,
            days,
            policy,
            seed,
            from,
            stop_at_end,
            rulings,
            unclear,
            lasting,
        } => {
            let quarrels = rulings.map(|mode| crate::simulate::Quarrels {
                become_rules: mode == RulingsMode::On,
                unclear,
                lasting,
            });
            let plan = crate::simulate::Plan { orders, days, from, seed, stop_at_end, quarrels };
            runs::simulate(&settings(&at)?, &plan, &policy, at.json)
        }
        Command::Story { at, number } => story::story(&settings(&at)?, number.as_deref()),
        Command::Register { at, by, appeal } => acts::register(&settings(&at)?, &by, &appeal, at.json),
        Command::Act { at, by, number, act } => acts::act(&settings(&at)?, &by, &number, &act, at.json),
        Command::Receipt { at, number, check } => {
            seals::receipt(&settings(&at)?, number.as_deref(), check.as_deref())
        }
        Command::Train { at } => train::train(&settings(&at)?, at.json),
        Command::Seal { at } => seals::seal(&settings(&at)?, at.json),
        Command::Verify { at } => verify::verify(&settings(&at)?, at.json),
        Command::Rebuild { at } => verify::rebuild(&settings(&at)?, at.json),
        Command::Backup { at, file } => backup::backup(&settings(&at)?, &file, at.json),
        Command::Restore { at, file } => backup::restore(&settings(&at)?, &file, at.json),
        Command::Erase { at, number, basis, by, identities_only } => {
            erase::erase(&settings(&at)?, &number, &basis, &by, identities_only)
        }
        Command::Doctor { at } => doctor::doctor(&settings(&at)?, at.json),
        Command::User { at, command } => users::user(&settings(&at)?, command, at.json),
        Command::Key { at, command } => keys::key(&settings(&at)?, &command, at.json),
        Command::Directory { at, command } => directory::directory(&settings(&at)?, command, at.json),
        Command::Policy { name, check } => city::policy(name.as_deref(), check.as_deref()),
        Command::Due { from, limit } => city::due(from, &limit),
        Command::Evaluate { what, json } => evaluate::evaluate(&what, json),
        Command::Settings => city::settings(&Settings::read(None)?),
    }
}

/// Now, by this machine's clock.
fn now() -> Moment {
    jiff::Timestamp::now().into()
}
