//! `cargo xtask debian`

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::{files, process, project};

/// Debian's development branch, which has the newest CPythons.
const SUITE: &str = "sid";
const VERSIONS: [&str; 2] = ["3.14", "3.15"];
const TOOLS: [&str; 5] = ["gcc", "g++", "libc6-dev", "binutils", "git"];

/// An old copy of the archive is as good as a new one.
const APT: [&str; 5] = [
    "apt-get",
    "--quiet",
    "--yes",
    "-o",
    "Acquire::Check-Valid-Until=false",
];

/// Run an xtask command inside Debian sid, for the CPythons and the processors that are not here: 3.14, 3.15, and aarch64
///
/// Debian is put into target/debian with debootstrap, once for each processor; that takes a few minutes and 2 GB. Needs
/// root, for chroot.
#[derive(Args)]
pub struct Debian {
    /// Where to get Debian from [default: what debootstrap takes]
    #[arg(long, value_name = "URL")]
    mirror: Option<String>,

    /// The processor that Python and the extensions are for; compilers are those of this machine
    #[arg(long, value_enum, default_value_t = Arch::Amd64)]
    arch: Arch,

    /// The command and its options, for example `test --python 3.14`
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

/// A processor, by Debian's name.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Arch {
    Amd64,
    /// Under qemu's emulation of a process; needs `rustup target add aarch64-unknown-linux-gnu`
    Arm64,
}

impl Debian {
    /// Makes the folder where it is missing, and runs the command in it.
    pub fn run(&self) -> Result<()> {
        if !self.folder("complete").exists() {
            self.install()?;
        }
        let mut command = self.enter()?;
        command.args(["cargo", "xtask"]).args(&self.command);
        if !process::status(&mut command)?.success() {
            bail!(
                "`cargo xtask {}` failed inside Debian",
                self.command.join(" ")
            );
        }
        Ok(())
    }

    fn folder(&self, name: &str) -> PathBuf {
        let arch = match self.arch {
            Arch::Amd64 => "amd64",
            Arch::Arm64 => "arm64",
        };
        project::target("debian").join(arch).join(name)
    }

    /// What runs the program in Debian whose name and arguments are appended.
    fn enter(&self) -> Result<Command> {
        let home = std::env::home_dir().context("there is no home directory to find Rust in")?;
        let tool_home = |variable, name| {
            std::env::var_os(variable).map_or_else(|| home.join(name), PathBuf::from)
        };
        let script = include_str!("enter_debian.sh");
        let mut enter = match self.arch {
            Arch::Amd64 => Command::new("unshare"),
            Arch::Arm64 => Command::new("sh"),
        };
        match self.arch {
            Arch::Amd64 => enter.args(["--mount", "sh", "-c", script, "sh"]),
            Arch::Arm64 => {
                let namespace = include_str!("enter_user_namespace.sh");
                let foreign = include_str!("enter_arm64.sh");
                enter.args(["-c", namespace, "sh"]).args([
                    "sh",
                    "-c",
                    &format!("{foreign}\n{script}"),
                    "sh",
                ])
            }
        };
        enter
            .env("ROOT", self.folder("root"))
            .env("COMPLETE", self.folder("complete"))
            .env("CHECKOUT", project::root())
            .env("OWN_TARGET", self.folder("target"))
            .env("CARGO_HOME", tool_home("CARGO_HOME", ".cargo"))
            .env("RUSTUP_HOME", tool_home("RUSTUP_HOME", ".rustup"));
        Ok(enter)
    }

    fn install(&self) -> Result<()> {
        if process::stdout(Command::new("id").arg("-u"))?.trim() != "0" {
            bail!("debootstrap and chroot need root: run this command as root");
        }
        let root = self.folder("root");
        files::remove_dir(&root)?;
        files::create_dir(&root)?;
        process::announce(format!("putting Debian {SUITE} into {}", root.display()));
        let mut debootstrap = Command::new("debootstrap");
        debootstrap
            .args(["--variant=minbase", SUITE])
            .arg(&root)
            .args(&self.mirror);
        process::quiet(&mut debootstrap)?;

        process::announce("installing compilers");
        let run = |words: &[&str]| process::quiet(self.enter()?.args(words));
        let install = |packages: Vec<String>| {
            let mut command = self.enter()?;
            command
                .args(["env", "DEBIAN_FRONTEND=noninteractive"])
                .args(APT)
                .args(["install", "--no-install-recommends"])
                .args(packages);
            process::quiet(&mut command)?;
            // Packages that are installed take as much room again.
            run(&["apt-get", "clean"])
        };
        if self.arch == Arch::Arm64 {
            run(&["dpkg", "--add-architecture", "arm64"])?;
        }
        run(&[&APT[..], &["update"]].concat())?;
        install(TOOLS.map(String::from).to_vec())?;
        if self.arch == Arch::Arm64 {
            install(ARM64_TOOLS.map(String::from).to_vec())?;
            run(&["sh", "-c", LINK_ARM64_TOOLS])?;
        }

        process::announce(format!("installing Python {}", VERSIONS.join(" and ")));
        let packages = |parts: &[&str], suffix: &str| -> Vec<String> {
            let of = |version| {
                let name = move |part| format!("python{version}-{part}{suffix}");
                parts.iter().map(name)
            };
            VERSIONS.iter().flat_map(of).collect()
        };
        match self.arch {
            Arch::Amd64 => install(packages(&["dev", "venv", "dbg"], ""))?,
            Arch::Arm64 => {
                install(packages(&["dev"], ":arm64"))?;
                // It depends on packages without a processor, which for dpkg are of this machine's.
                let venvs = packages(&["venv"], ":arm64").join(" ");
                let script = format!(
                    "cd $(mktemp -d) && apt-get download {venvs} && for package in *.deb; do dpkg-deb -x $package /; done"
                );
                run(&["sh", "-c", &script])?;
            }
        }
        files::write(&self.folder("complete"), "")
    }
}

/// The emulator, compilers that run on this machine, and what is linked with.
const ARM64_TOOLS: [&str; 6] = [
    "qemu-user",
    "gcc-aarch64-linux-gnu",
    "g++-aarch64-linux-gnu",
    "libc6-dev:arm64",
    "libstdc++6:arm64",
    "python3-pip-whl",
];

/// Tools without a prefix are for aarch64.
const LINK_ARM64_TOOLS: &str = "\
cd /usr/local/bin
for tool in gcc g++ nm objdump strip; do ln -sf /usr/bin/aarch64-linux-gnu-$tool $tool; done
ln -sf gcc cc
ln -sf g++ c++
";
