//! The luocdo program: what is typed becomes a call of the library, and what comes back becomes words on the terminal.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
