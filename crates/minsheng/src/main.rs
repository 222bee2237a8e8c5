//! `minsheng`: the only program. One binary, many commands.

mod city_files;
mod cli;
mod commands;
mod import;
mod output;
mod play;
mod replay;
mod seed;
mod settings;
mod simulate;
mod units_by_name;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match commands::run(cli::Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("minsheng: {error:#}");
            ExitCode::FAILURE
        }
    }
}
