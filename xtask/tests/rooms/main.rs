//! Imports run one way: between crates, between the rooms of a crate, and between its files.
//!
//! A room is a folder or a file of a crate's `src`; [`ROOMS`] says which may import which.

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use imports::{Imports, imports};

/// What a crate may import.
struct Rules {
    /// Its folder.
    folder: &'static str,
    /// Crates of ours.
    crates: &'static str,
    /// Rooms, and the rooms that they may import; those on one line may import each other.
    rooms: &'static [(&'static str, &'static str)],
}

/// Stands for every room above it in the list.
const ALL: &str = "all";

#[rustfmt::skip]
const ROOMS: &[Rules] = &[
    Rules { folder: "codegen", crates: "", rooms: &[
        ("cpython ctype diagnostics grid table", ""),
        ("diff facts model words", "ctype"),
        ("plan", "ctype model"),
        ("parse", "cpython ctype diagnostics model plan table"),
        ("spec", "diagnostics model parse"),
        ("by_hand", "diagnostics model spec words"),
        ("audit", "model plan words"),
        ("emit", "audit ctype grid model plan words"),
        ("commands", ALL),
    ] },
    Rules { folder: "runtime/abi", crates: "codegen", rooms: &[
        ("handles python", ""),
        ("defs generated", "handles python"),
    ] },
    Rules { folder: "runtime/platform", crates: "", rooms: &[
        ("alias clock compiler exit fence fork lines list maps output pages thread", ""),
        ("emergency registers", "pages thread"),
        ("deadline", "emergency thread"),
        ("library", "emergency list maps"),
        ("unwind", "library registers"),
        ("guard", "library"),
        ("places", "library unwind"),
        ("faults", "deadline emergency list pages registers thread"),
    ] },
    Rules { folder: "runtime/universal", crates: "abi codegen platform", rooms: &[
        ("handles layout", ""),
        ("tables", "layout"),
        ("by_hand compat", "handles layout tables"),
        ("trampoline", "by_hand compat handles"),
        ("generated", ALL),
    ] },
    Rules { folder: "runtime/debug", crates: "abi codegen platform", rooms: &[
        ("reports", ""),
        ("handles", "reports"),
        ("buffers", "handles reports"),
        ("contexts deferred faults host life misuse outside runtime stores", "buffers handles reports"),
        ("calls", ALL),
        ("generated", "calls reports"),
        ("inspect", "faults generated handles host reports runtime"),
        ("fuzzing", "buffers handles reports"),
    ] },
    Rules { folder: "runtime/trace", crates: "abi codegen platform", rooms: &[
        ("nodes stacks timeline", ""),
        ("threads", "nodes timeline"),
        ("tracer", "nodes stacks threads timeline"),
        ("call", "nodes threads timeline tracer"),
        ("generated", "call"),
        ("context", "generated tracer"),
    ] },
    Rules { folder: "runtime/fail", crates: "abi codegen platform", rooms: &[
        ("facts host", ""),
        ("functions sites", "facts"),
        ("plan", "sites"),
        ("failing", "facts functions host plan sites"),
        ("call", "facts failing"),
        ("generated", "call"),
        ("context", "failing generated host"),
    ] },
    Rules { folder: "runtime/python", crates: "abi codegen debug fail platform trace universal", rooms: &[
        ("exceptions fail_host gil mode places", ""),
        ("host", "places"),
        ("contexts", "fail_host host mode"),
        ("extension", "mode"),
        ("loader", "contexts exceptions extension gil mode"),
        ("debug_handle leaks fail_module options", "contexts fail_host gil mode"),
        ("life", "contexts debug_handle host leaks places"),
        ("debug_module", "contexts debug_handle host leaks life loader options"),
        ("trace_module", "contexts life"),
    ] },
    Rules { folder: "xtask", crates: "codegen", rooms: &[
        ("files process project", ""),
        ("cpython_names emulator node python", "files process project"),
        ("venv", "files process project python"),
        ("devel extension reference wheel", "files process project python venv"),
        ("commands", ALL),
    ] },
];

/// Files that have to import each other: structs of C that name each other.
const MUTUAL: [&str; 2] = ["runtime/abi/defs.rs", "runtime/abi/generated/abi.rs"];

#[test]
fn rooms_import_only_what_is_listed() {
    let mut wrong = Vec::new();
    for rules in ROOMS {
        for (file, imported) in rules.imports() {
            let Some(room) = room(&file) else {
                continue;
            };
            let Some(allowed) = rules.allowed(room) else {
                wrong.push(format!("{}: {file} is in no room", rules.folder));
                continue;
            };
            for other in imported {
                if !self::room(&other).is_some_and(|other| other == room || allowed.contains(other))
                {
                    wrong.push(format!("{}: {file} imports {other}", rules.folder));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "not allowed by ROOMS:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let mut circles = BTreeMap::new();
    for rules in ROOMS {
        let imports = rules.imports();
        for names in imports.keys().filter_map(|file| circle(&imports, file)) {
            let of_crate = |name: &&str| format!("{}/{name}", rules.folder);
            let names: Vec<_> = names.iter().map(of_crate).collect();
            if !names.iter().all(|name| MUTUAL.contains(&name.as_str())) {
                let members: BTreeSet<_> = names.iter().cloned().collect();
                circles.entry(members).or_insert(names.join(" -> "));
            }
        }
    }
    let circles: Vec<_> = circles.into_values().collect();
    assert!(
        circles.is_empty(),
        "files that import each other:\n{}",
        circles.join("\n")
    );
}

#[test]
fn crates_depend_only_on_those_that_are_listed() {
    let mut wrong = Vec::new();
    for rules in ROOMS {
        let manifest = root().join(rules.folder).join("Cargo.toml");
        let manifest = std::fs::read_to_string(manifest).unwrap();
        let sections = manifest
            .split("\n[")
            .filter(|text| !text.starts_with("dev-"));
        let ours =
            sections.flat_map(|text| text.lines().filter_map(|line| line.strip_prefix("hpy-")));
        let names = ours.map(|line| line.split(['.', ' ', '=']).next().unwrap());
        let allowed: Vec<_> = rules.crates.split(' ').collect();
        let others = names.filter(|name| !allowed.contains(name));
        wrong.extend(others.map(|name| format!("{} depends on hpy-{name}", rules.folder)));
    }
    assert!(
        wrong.is_empty(),
        "not allowed by ROOMS:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_crate_has_rules() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, members) = manifest.split_once("members = [").unwrap();
    let members = members
        .split(']')
        .next()
        .unwrap()
        .split('"')
        .skip(1)
        .step_by(2);
    let ruled = ROOMS.iter().map(|rules| rules.folder);
    assert_eq!(members.collect::<BTreeSet<_>>(), ruled.collect());
}

/// `example` holds each way to import that there is, and a circle.
#[test]
fn imports_are_read_from_the_sources() {
    let example = root().join("xtask/tests/rooms/example");
    let found = imports(
        &example.join("src"),
        &example.join("generated"),
        "hpy_example",
    );
    let found: Vec<_> = found
        .iter()
        .map(|(file, imported)| {
            let imported: Vec<_> = imported.iter().map(String::as_str).collect();
            format!("{file}: {}", imported.join(" "))
        })
        .collect();
    assert_eq!(
        found,
        [
            "all.rs: data.rs",
            "by_glob.rs: data.rs",
            "by_macro.rs: data.rs",
            "by_module.rs: room/inner.rs",
            "by_path.rs: data.rs",
            "by_the_name_of_the_crate.rs: data.rs",
            "data.rs: ",
            "emits.rs: ",
            "generated/made.rs: data.rs",
            "in_a_function.rs: data.rs",
            "lib.rs: data.rs",
            "of_a_macro.rs: data.rs",
            "of_generated.rs: generated/made.rs",
            "re_exported.rs: room/inner.rs",
            "room/inner.rs: room/mod.rs",
            "room/mod.rs: room/inner.rs",
        ]
    );
}

#[test]
fn a_circle_is_found() {
    let imports: Imports = [("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")]
        .map(|(file, other)| (file.to_owned(), [other.to_owned()].into()))
        .into();
    assert_eq!(circle(&imports, "b"), Some(vec!["b", "c", "b"]));
    assert_eq!(circle(&imports, "a"), None);
}

impl Rules {
    fn imports(&self) -> Imports {
        let name = format!("hpy_{}", self.folder.rsplit('/').next().unwrap());
        imports(
            &root().join(self.folder).join("src"),
            &root().join("generated"),
            &name,
        )
    }

    /// The rooms that a room may import; none if it is not listed.
    fn allowed(&self, room: &str) -> Option<BTreeSet<&str>> {
        let lists = |&(rooms, _): &(&'static str, &str)| rooms.split(' ').any(|name| name == room);
        let index = self.rooms.iter().position(lists)?;
        let (with, allowed) = self.rooms[index];
        let above = self.rooms[..index].iter().map(|(rooms, _)| *rooms);
        let allowed: Vec<_> = if allowed == ALL {
            above.collect()
        } else {
            vec![allowed]
        };
        Some(
            allowed
                .iter()
                .chain([&with])
                .flat_map(|names| names.split(' '))
                .collect(),
        )
    }
}

/// The room of a file; none for what is on top, `lib.rs` and `main.rs`.
fn room(file: &str) -> Option<&str> {
    let name = file.split('/').next()?.trim_end_matches(".rs");
    (!["lib", "main"].contains(&name)).then_some(name)
}

/// The shortest way from a file back to it.
fn circle<'a>(imports: &'a Imports, file: &str) -> Option<Vec<&'a str>> {
    let (start, _) = imports.get_key_value(file)?;
    let mut ways = vec![vec![start.as_str()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in imports.get(way[way.len() - 1]).into_iter().flatten() {
                let way = [&way[..], &[next]].concat();
                if next == start {
                    return Some(way);
                }
                if seen.insert(next) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("xtask stands below the root").to_owned()
}
