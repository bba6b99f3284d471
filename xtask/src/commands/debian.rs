//! `cargo xtask debian`

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{files, process, project};

/// Debian's development branch, which has the newest CPythons.
const SUITE: &str = "sid";
const VERSIONS: [&str; 2] = ["3.14", "3.15"];
const TOOLS: [&str; 5] = ["gcc", "g++", "libc6-dev", "binutils", "git"];

/// Run an xtask command inside Debian sid, for the CPythons that are not installed here: 3.14 and 3.15
///
/// Debian is put into target/debian with debootstrap, once; that takes a minute and 2 GB. Needs root, for chroot.
#[derive(Args)]
pub struct Debian {
    /// Where to get Debian from [default: what debootstrap takes]
    #[arg(long, value_name = "URL")]
    mirror: Option<String>,

    /// The command and its options, for example `test --python 3.14`
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

impl Debian {
    /// Makes the folder where it is missing, and runs the command in it.
    pub fn run(&self) -> Result<()> {
        let root = project::target("debian/root");
        if !project::target("debian/complete").exists() {
            self.install(&root)?;
        }
        let home = std::env::home_dir().context("there is no home directory to find Rust in")?;
        let tool_home = |variable, name| {
            std::env::var_os(variable).map_or_else(|| home.join(name), PathBuf::from)
        };
        let mut enter = Command::new("unshare");
        enter
            .args(["--mount", "sh", "-c", include_str!("enter_debian.sh"), "sh"])
            .args(&self.command)
            .env("ROOT", &root)
            .env("CHECKOUT", project::root())
            .env("OWN_TARGET", project::target("debian/target"))
            .env("CARGO_HOME", tool_home("CARGO_HOME", ".cargo"))
            .env("RUSTUP_HOME", tool_home("RUSTUP_HOME", ".rustup"));
        if !process::status(&mut enter)?.success() {
            bail!(
                "`cargo xtask {}` failed inside Debian",
                self.command.join(" ")
            );
        }
        Ok(())
    }

    fn install(&self, root: &Path) -> Result<()> {
        if process::stdout(Command::new("id").arg("-u"))?.trim() != "0" {
            bail!("debootstrap and chroot need root: run this command as root");
        }
        files::remove_dir(root)?;
        files::create_dir(root)?;
        process::announce(format!("putting Debian {SUITE} into {}", root.display()));
        let mut debootstrap = Command::new("debootstrap");
        debootstrap
            .args(["--variant=minbase", SUITE])
            .arg(root)
            .args(&self.mirror);
        process::quiet(&mut debootstrap)?;

        process::announce(format!("installing Python {}", VERSIONS.join(" and ")));
        // An old copy of the archive is as good as a new one.
        let apt = [
            "apt-get",
            "--quiet",
            "--yes",
            "-o",
            "Acquire::Check-Valid-Until=false",
        ];
        let in_root = || {
            let mut command = Command::new("chroot");
            command
                .arg(root)
                .args(["env", "DEBIAN_FRONTEND=noninteractive"])
                .args(apt);
            command
        };
        process::quiet(in_root().arg("update"))?;
        let packages = VERSIONS.iter().flat_map(|version| {
            ["dev", "venv", "dbg"].map(|part| format!("python{version}-{part}"))
        });
        process::quiet(
            in_root()
                .args(["install", "--no-install-recommends"])
                .args(TOOLS)
                .args(packages),
        )?;
        files::write(&project::target("debian/complete"), "")
    }
}
