//! The names that CPython's C API has, as the bindings know them.

/// `NAME COUNT` for a function with so many parameters, `NAME value` for anything else. Made by
/// `cargo xtask generate` from the sources of the bindings.
const NAMES: &str = include_str!("../cpython-names.txt");

/// What the name of a C API stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A function with so many parameters.
    Function(usize),
    /// A variable or a constant.
    Value,
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
        let entity = what.parse().map_or(Entity::Value, Entity::Function);
        Some((name, entity))
    })
}
