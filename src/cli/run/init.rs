//! `init`: commented settings, a register of organs and a list of corrections to begin with.

use crate::cli::Outcome;
use crate::cli::args::{InitArgs, Shared};
use crate::cli::language::say;
use crate::cli::output::{Output, Target};
use anyhow::bail;
use std::io::Write;
use std::path::Path;

/// What is written where.
const FILES: [(&str, &str); 3] = [
    ("luocdo.toml", include_str!("init/luocdo.toml")),
    ("co-quan.csv", include_str!("init/co-quan.csv")),
    ("luocdo-sua.csv", include_str!("init/luocdo-sua.csv")),
];

/// Runs `init`. What is there stays as it is.
pub fn run(args: &InitArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let folder = Path::new(&args.folder);
    if folder.exists() && !folder.is_dir() {
        let shown = &args.folder;
        bail!(say!(language, "“{shown}” không phải thư mục", "“{shown}” is no folder"));
    }
    let mut said = String::new();
    for (name, text) in FILES {
        let path = folder.join(name);
        let shown = path.display();
        if path.exists() {
            said += &say!(language, "đã có, giữ nguyên: {shown}\n", "there already, left as it is: {shown}\n");
            continue;
        }
        let mut output = Output::create(&Target::File(path.clone()), [], language)?;
        output.write_all(text.as_bytes())?;
        output.finish()?;
        said += &say!(language, "đã tạo: {shown}\n", "made: {shown}\n");
    }
    // Settings beside the papers are not read unasked: whoever hands a folder over would say where results are written.
    let settings = folder.join(FILES[0].0);
    if settings != Path::new(FILES[0].0) && settings != Path::new(".").join(FILES[0].0) {
        let shown = settings.display();
        said += &say!(
            language,
            "soat dùng luocdo.toml ở thư mục đang đứng; ở đây thì thêm: --config {shown}\n",
            "audit takes luocdo.toml of the folder it is started in; for this one add: --config {shown}\n"
        );
    }
    let mut output = Output::create(&Target::Standard, [], language)?;
    output.write_words(&said)?;
    output.finish()?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Arguments;
    use clap::CommandFactory;
    use luocdo::config;

    /// The settings as they would be with every remark taken off the options.
    fn uncommented() -> String {
        let option = |line: &str| {
            let bare = line.strip_prefix("# ").unwrap_or(line);
            let begins = bare.starts_with('[') || bare.split_once(" = ").is_some_and(|(key, _)| is_key(key));
            if begins { bare.to_string() } else { line.to_string() }
        };
        FILES[0].1.lines().map(|line| option(line) + "\n").collect()
    }

    fn is_key(key: &str) -> bool {
        key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    }

    #[test]
    fn the_settings_are_valid_as_they_stand_and_with_every_option_used() {
        assert_eq!(config::parse("luocdo.toml", FILES[0].1), Ok(config::Config::default()));
        let all = config::parse("luocdo.toml", &uncommented()).expect("every option is one that there is");
        assert!(all.audit.select.is_some() && all.audit.rule.len() == 2, "{all:?}");
    }

    #[test]
    fn every_option_of_the_file_has_a_flag_of_the_same_name() {
        let command = Arguments::command();
        let audit = command.find_subcommand("audit").expect("it is there");
        let flags: Vec<&str> = audit.get_arguments().filter_map(clap::Arg::get_long).collect();
        let text = uncommented();
        let table: &str = text.split("[[audit.rule]]").next().unwrap_or_default();
        let keys: Vec<&str> = table
            .lines()
            .filter_map(|line| line.split_once(" = ").map(|(key, _)| key))
            .filter(|key| is_key(key))
            .collect();
        assert!(keys.len() >= 14, "{keys:?}");
        for key in keys.iter().copied().chain(["rule"]) {
            assert!(flags.contains(&key), "--{key} is no flag of audit");
        }
        // The reader tells every key that it knows: none of them is left out of the file.
        let Err(config::ConfigError::Unknown { known, .. }) = config::parse("luocdo.toml", "[audit]\nx = 1\n") else {
            panic!("an unknown key is an error");
        };
        for key in known.iter().filter(|key| *key != "rule") {
            assert!(keys.contains(&key.as_str()), "{key} is not in the file that init writes");
        }
    }

    #[test]
    fn the_register_can_be_read() {
        assert!(luocdo::audit::register::Register::read("co-quan.csv", FILES[1].1).is_ok());
    }
}
