//! The names that CPython's C API has, as the bindings know them.

/// `NAME KINDS` for a function, `NAME struct`, `NAME value` for anything else. The first kind is that of the result, the others are those of
/// the parameters: a pointer, a number, `v` for nothing, `?` for what is not told. Made by `cargo xtask generate` from the
/// sources of the bindings.
const NAMES: &str = include_str!("../cpython-names.txt");

/// What the name of a C API stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A function: the kind of its result, and those of its parameters.
    Function(&'static str, &'static str),
    /// A variable or a constant.
    Value,
    /// A struct.
    Struct,
}

/// Everything that has this name; a function may have changed its parameters between versions.
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
