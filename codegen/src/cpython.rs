//! The names of CPython's C API, as the bindings declare them.

/// One name for each line: `NAME KINDS` for a function, `NAME struct`, or `NAME value` for anything else. The first
/// letter of KINDS is the result, the others are the parameters: `p` a pointer, `n` a number, `v` nothing, `?` unknown.
/// Made by `cargo xtask generate` from the sources of the bindings.
const NAMES: &str = include_str!("../cpython-names.txt");

/// What a name of the C API stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A function: the kind of its result, and the kinds of its parameters.
    Function(&'static str, &'static str),
    /// A variable or a constant.
    Value,
    /// A struct.
    Struct,
}

/// Everything of this name. A function has several entries if its parameters differ between versions.
pub fn entities(name: &str) -> Vec<Entity> {
    all()
        .filter(|(known, _)| *known == name)
        .map(|(_, entity)| entity)
        .collect()
}

/// All names.
pub fn names() -> impl Iterator<Item = &'static str> {
    all().map(|(name, _)| name)
}

fn all() -> impl Iterator<Item = (&'static str, Entity)> {
    NAMES.lines().filter_map(|line| {
        let (name, what) = line.split_once(' ').filter(|_| !line.starts_with('#'))?;
        let entity = match what {
            "value" => Entity::Value,
            "struct" => Entity::Struct,
            kinds => Entity::Function(&kinds[..1], &kinds[1..]),
        };
        Some((name, entity))
    })
}
