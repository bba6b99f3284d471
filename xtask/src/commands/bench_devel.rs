//! `cargo xtask bench-devel`

use anyhow::Result;
use clap::Args;

use crate::python::PythonOption;
use crate::venv::Venv;
use crate::{process, project, reference, wheel};

/// Compare extensions that are built with our hpy.devel and with the reference's, as Markdown tables
///
/// Time to compile, size of the library, and the speed of the cpython ABI, which no runtime has a part in.
#[derive(Args)]
pub struct BenchDevel {
    #[command(flatten)]
    python: PythonOption,
}

impl BenchDevel {
    /// Measures and prints the tables.
    pub fn run(&self) -> Result<()> {
        let python = self.python.find()?;
        let ours = Venv::ensure("bench", &python, &[])?;
        wheel::build_and_install(&python, &ours)?;
        let mut measure = ours.python();
        measure
            .arg(project::root().join("benches/devel.py"))
            .arg(reference::sdist(&python)?.join("hpy/devel"))
            .arg(project::target("bench-devel"));
        process::run(&mut measure)
    }
}
