//! `cargo xtask free-threaded`

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::{files, process, project};

/// Build a free-threaded CPython from Debian's source package, for `--python 3.13t` of other commands
///
/// It takes ten minutes on one core, and what a build of CPython needs (Debian: apt build-dep python3). It is put into
/// target/free-threaded; nothing else is changed.
#[derive(Args)]
pub struct FreeThreaded {
    /// Which CPython
    #[arg(long, value_name = "V", default_value = "3.13", value_parser = ["3.13", "3.14"])]
    python: String,

    /// The debug build, which checks reference counts: `--python 3.13td`
    #[arg(long)]
    debug: bool,

    /// Where to get the source package from [default: where this system gets its packages]
    #[arg(long, value_name = "URL")]
    mirror: Option<String>,
}

impl FreeThreaded {
    /// Builds it, unless that was done.
    pub fn run(&self) -> Result<()> {
        let (suffix, option) = match self.debug {
            true => ("td", Some("--with-pydebug")),
            false => ("t", None),
        };
        let prefix = project::target("free-threaded");
        let python = prefix
            .join("bin")
            .join(format!("python{}{suffix}", self.python));
        if !python.exists() {
            let source = self.source(&prefix)?;
            let build = prefix.join(format!("build-{}{suffix}", self.python));
            files::create_dir(&build)?;
            process::announce(format!("building {}", python.display()));
            let mut configure = Command::new(source.join("configure"));
            configure
                .args(["--disable-gil", "--disable-test-modules"])
                .args(option)
                .arg("--prefix")
                .arg(&prefix)
                .current_dir(&build);
            process::quiet(&mut configure)?;
            for target in ["all", "altinstall"] {
                let mut make = Command::new("make");
                make.arg(target).current_dir(&build);
                process::quiet(&mut make)?;
            }
            files::remove_dir(&build)?;
        }
        let version = &self.python;
        println!("{}: use --python {version}{suffix}", python.display());
        Ok(())
    }

    /// The unpacked source.
    fn source(&self, prefix: &Path) -> Result<std::path::PathBuf> {
        let package = format!("python{}", self.python);
        // The release of Debian that has it.
        let suite = match self.python.as_str() {
            "3.13" => "trixie",
            _ => "sid",
        };
        let source = prefix.join(format!("source-{}", self.python));
        if source.join("configure").exists() {
            return Ok(source);
        }
        let mirror = match &self.mirror {
            Some(mirror) => mirror.clone(),
            None => mirror_of_system()?,
        };
        process::announce(format!("getting the source of {package} from {mirror}"));
        // apt with lists and settings of its own: this system may have no sources, or be another Debian.
        let apt = prefix.join("apt");
        files::create_dir(&apt.join("lists/partial"))?;
        files::create_dir(&apt.join("cache/archives/partial"))?;
        let list = apt.join("sources.list");
        files::write(&list, format!("deb-src {mirror} {suite} main\n"))?;
        let run = |words: &[&str]| {
            let mut command = Command::new("apt-get");
            let settings = [
                ("Dir::Etc::sourcelist", list.as_path()),
                ("Dir::Etc::sourceparts", Path::new("/dev/null")),
                ("Dir::State::lists", &apt.join("lists")),
                ("Dir::Cache", &apt.join("cache")),
            ];
            for (name, path) in settings {
                command.arg("-o").arg(format!("{name}={}", path.display()));
            }
            command.args(words).current_dir(&apt);
            process::quiet(&mut command).context("the source package of Debian is got with apt-get")
        };
        run(&["update"])?;
        run(&["source", "--download-only", &package])?;
        let is_source =
            |path: &std::path::PathBuf| path.to_string_lossy().ends_with(".orig.tar.xz");
        let archive = files::list(&apt)?.into_iter().find(is_source);
        files::create_dir(&source)?;
        let mut unpack = Command::new("tar");
        unpack
            .arg("--extract")
            .arg("--file")
            .arg(archive.context("the source package has no .orig.tar.xz")?)
            .arg("--strip-components=1")
            .arg("--directory")
            .arg(&source);
        process::quiet(&mut unpack)?;
        files::remove_dir(&apt)?;
        Ok(source)
    }
}

/// Where apt gets the packages of Debian's main archive.
fn mirror_of_system() -> Result<String> {
    let mut targets = Command::new("apt-get");
    targets
        .args(["indextargets", "--format", "$(REPO_URI) $(RELEASE)"])
        .args(["Created-By: Packages", "Origin: Debian"]);
    let listed = process::stdout(&mut targets).unwrap_or_default();
    // Others, such as those of updates, have a name after the release's.
    let main = listed.lines().find_map(|line| {
        let (mirror, release) = line.split_once(' ')?;
        (!release.contains('-')).then(|| mirror.to_owned())
    });
    main.context("apt-get knows no mirror of Debian: give one with --mirror URL")
}
