//! `cargo xtask extensions`

use std::env;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::conformance;
use crate::devel::Devel;
use crate::python::{self, Python, PythonsOption};
use crate::venv::Venv;
use crate::{files, process, project, reference};

/// Build the projects that come with hpy 0.9.0, and run their own tests in every mode
///
/// The proof of concept for every ABI, the examples of the documentation, and each step of the porting example; unmodified.
#[derive(Args)]
pub struct Extensions {
    #[command(flatten)]
    pythons: PythonsOption,

    /// Whose headers, helpers and build commands the extensions are built with
    #[arg(long, value_enum, default_value_t = Devel::Ours)]
    devel: Devel,
}

/// A directory of the sdist that holds extensions and a test of them.
struct Project {
    directory: &'static str,
    test: &'static str,
    /// What is built: in which directory below, by which script, for which ABI.
    builds: &'static [(&'static str, &'static str, &'static str)],
}

const PROJECTS: [Project; 5] = [
    proof_of_concept(&[(".", "setup.py", "universal")]),
    proof_of_concept(&[(".", "setup.py", "hybrid")]),
    proof_of_concept(&[(".", "setup.py", "cpython")]),
    Project {
        directory: "docs/examples",
        test: "tests.py",
        builds: &[
            ("simple-example", "setup.py", "universal"),
            ("mixed-example", "setup.py", "hybrid"),
            ("snippets", "setup.py", "universal"),
            ("hpytype-example", "setup.py", "universal"),
            ("quickstart", "setup.py", "universal"),
        ],
    },
    Project {
        directory: "docs/porting-example/steps",
        test: "test_porting_example.py",
        builds: &[
            (".", "setup00.py", "cpython"),
            (".", "setup01.py", "hybrid"),
            (".", "setup02.py", "hybrid"),
            (".", "setup03.py", "universal"),
        ],
    },
];

const fn proof_of_concept(
    builds: &'static [(&'static str, &'static str, &'static str)],
) -> Project {
    Project {
        directory: "proof-of-concept",
        test: "test_pof.py",
        builds,
    }
}

impl Extensions {
    /// Builds and runs them.
    pub fn run(&self) -> Result<()> {
        python::for_each(&self.pythons.find()?, |python| {
            let venv = conformance::venv_with_devel(python, self.devel)?;
            PROJECTS
                .iter()
                .try_for_each(|project| project.run(python, &venv))
        })
    }
}

impl Project {
    fn run(&self, python: &Python, venv: &Venv) -> Result<()> {
        let copy = project::target("extensions").join(self.directory);
        files::mirror(&reference::sdist(python)?.join(self.directory), &copy)?;
        for (directory, script, abi) in self.builds {
            process::announce(format!(
                "building {}/{directory}/{script} for the {abi} ABI",
                self.directory
            ));
            let mut build = venv.python();
            build.arg(script);
            // The default, and no option of a project without HPy extensions.
            if *abi != "cpython" {
                build.arg(format!("--hpy-abi={abi}"));
            }
            build
                .args(["build_ext", "--inplace"])
                .current_dir(copy.join(directory));
            process::quiet(&mut build)?;
        }

        let directories: Vec<PathBuf> =
            self.builds.iter().map(|built| copy.join(built.0)).collect();
        for mode in ["universal", "debug", "trace"] {
            process::announce(format!(
                "running {}/{} with HPY={mode}",
                self.directory, self.test
            ));
            let mut pytest = venv.pytest();
            pytest
                // A report that ends the process is lost where pytest captures file descriptors.
                .args(["-p", "no:cacheprovider", "--capture=sys"])
                .arg(self.test)
                .env("PYTHONPATH", env::join_paths(&directories)?)
                .env("HPY", mode)
                .current_dir(&copy);
            process::run(&mut pytest)?;
        }
        Ok(())
    }
}
