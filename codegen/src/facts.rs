//! A spec as a flat list of named items and their facts, so that two versions can be compared.

use crate::ctype::CType;
use crate::model::*;
use crate::words;

/// A named thing: a member of the context, a signature, a slot, an enum's constant, a check.
#[derive(Debug)]
pub struct Item {
    /// `function`, `constant`, …
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its facts.
    pub facts: Vec<Fact>,
}

/// One fact about an item.
#[derive(Clone, Debug)]
pub struct Fact {
    /// `index`, `argument 2`, …
    pub label: String,
    /// Its value, for people.
    pub value: String,
    /// What compiled extensions rely on. `None` if they do not rely on this fact.
    pub abi: Option<String>,
}

impl Fact {
    /// A fact that compiled extensions rely on.
    pub fn fixed(label: &str, value: impl ToString) -> Self {
        Self {
            label: label.to_owned(),
            value: value.to_string(),
            abi: Some(value.to_string()),
        }
    }

    /// A fact that may change.
    pub fn free(label: impl ToString, value: impl ToString) -> Self {
        Self {
            label: label.to_string(),
            value: value.to_string(),
            abi: None,
        }
    }

    /// A C signature. Compiled extensions do not rely on names and `const`.
    pub fn signature<'a>(
        result: &'a CType,
        params: impl Iterator<Item = &'a CType> + Clone,
        context: bool,
    ) -> Self {
        let show = |show: fn(&CType) -> String| {
            let params: Vec<String> = params.clone().map(show).collect();
            let params = if params.is_empty() {
                "void".to_owned()
            } else {
                params.join(", ")
            };
            format!("{} ({params})", show(result))
        };
        let abi = show(|ctype| ctype.without_const().to_string());
        Self {
            label: "signature".to_owned(),
            value: show(CType::to_string),
            abi: Some(format!("{abi} {context}")),
        }
    }
}

/// The label of the fact that says which later release added an item.
const SINCE: &str = "since";

impl Item {
    /// An item with these facts.
    pub fn new(kind: &'static str, name: &str, facts: Vec<Fact>) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            facts,
        }
    }

    /// Notes the later release that added the item, if there is one.
    fn since(mut self, release: Option<&Release>) -> Self {
        let since = release.map(|release| Fact::free(SINCE, &release.version));
        self.facts.extend(since);
        self
    }
}

/// The names of everything that needs a higher minor version of the ABI.
pub fn later_than(spec: &Spec, minor: i64) -> impl Iterator<Item = String> {
    let later = spec.abi.later.iter();
    let later = later.filter(move |release| release.minor > minor);
    let later: Vec<&str> = later.map(|release| release.version.as_str()).collect();
    let is_later = move |fact: &Fact| fact.label == SINCE && later.contains(&fact.value.as_str());
    let items = items(spec).into_iter();
    items
        .filter(move |item| item.facts.iter().any(&is_later))
        .map(|item| item.name)
}

/// All items of a spec.
pub fn items(spec: &Spec) -> Vec<Item> {
    let mut items = vec![version(&spec.abi)];
    items.extend(members(spec));
    items.extend(spec.signatures.iter().map(signature));
    items.extend(spec.slots.iter().map(slot));
    items.extend(
        spec.enums
            .iter()
            .flat_map(|e| &e.constants)
            .map(|constant| enum_constant(constant, spec)),
    );
    items.extend(spec.resources.iter().map(resource));
    items.extend(spec.imported.iter().map(imported));
    items.extend(spec.protocols.iter().map(protocol));
    items.extend(spec.types.iter().map(alias));
    items.extend(spec.checks.iter().map(check));
    items
}

/// The members of the context, by their names in C.
pub fn members(spec: &Spec) -> impl Iterator<Item = Item> {
    spec.members().into_iter().map(|member| match member {
        Member::Constant(found) => constant(found),
        Member::Function(found) => function(found, spec),
    })
}

fn version(abi: &Abi) -> Item {
    let facts = vec![
        Fact::fixed("major", abi.major),
        Fact::free("minor", abi.minor),
        Fact::free("minor, last release", abi.last_minor()),
    ];
    Item::new("version", "HPY_ABI_VERSION", facts)
}

fn constant(constant: &Constant) -> Item {
    let expects = constant.expects.as_ref();
    let expects = expects.map_or(String::new(), |e| format!("{}, {}", e.name, e.noun));
    let facts = vec![
        Fact::fixed("index", constant.index),
        Fact::free("on CPython", &constant.cpython),
        Fact::free("expects", expects),
    ];
    Item::new("constant", &constant.name, facts).since(constant.since.as_ref())
}

fn function(function: &Function, spec: &Spec) -> Item {
    let types = function.params.iter().map(|param| &param.ctype);
    let pending = match function.pending_allowed {
        true => "allowed",
        false => "not allowed",
    };
    let mut facts = vec![
        Fact::fixed("index", function.index),
        Fact::signature(&function.result, types, true),
    ];
    facts.extend(arguments(&function.params, spec));
    facts.extend([
        Fact::free("result", words::returns(function)),
        Fact::free("error", words::error(&function.error)),
        Fact::free("pending exception", pending),
        Fact::free("raises", function.raises),
        Fact::free("only an effect", function.effect),
        Fact::free("runs no code", function.runs_no_code),
        Fact::free("fails with", words::fails(function)),
        Fact::free("handles exceptions", words::handles(function.handles)),
        Fact::free("interpreter", words::interpreter(function.interpreter)),
        Fact::free("inline", words::inline(&function.inline)),
        Fact::free("on CPython", words::cpython(&function.cpython)),
    ]);
    Item::new("function", &function.name, facts).since(function.since.as_ref())
}

fn signature(signature: &Signature) -> Item {
    let mut facts = vec![Fact::fixed("value", signature.value)];
    if let Some(call) = &signature.call {
        let types = call.params.iter().map(|param| &param.ctype);
        facts.push(Fact::signature(&call.result, types, call.context));
        facts.push(Fact::free("error", words::error(&call.error)));
        facts.push(Fact::free("method", call.method.join(" | ")));
    }
    Item::new("signature", &signature.constant(), facts).since(signature.since.as_ref())
}

fn slot(slot: &Slot) -> Item {
    let facts = vec![
        Fact::fixed("value", slot.value),
        Fact::fixed("signature", &slot.signature),
        Fact::free("on CPython", words::cpython(&slot.cpython)),
    ];
    Item::new("slot", &slot.name, facts).since(slot.since.as_ref())
}

fn enum_constant(constant: &EnumConstant, spec: &Spec) -> Item {
    let mut shapes = spec.shapes.iter();
    let shape = shapes.find(|shape| shape.name == constant.name);
    let kind = shape.map_or("enum constant", |_| "shape");
    let mut facts = vec![Fact::fixed("value", constant.value)];
    facts.extend(shape.map(|shape| Fact::free("behind", words::before(shape))));
    Item::new(kind, &constant.name, facts).since(constant.since.as_ref())
}

fn resource(resource: &Resource) -> Item {
    let facts = vec![
        Fact::free("field", &resource.field),
        Fact::free("use after its end", &resource.ended),
    ];
    Item::new("resource", &resource.name, facts)
}

fn imported(imported: &Imported) -> Item {
    let Expected { name, noun } = &imported.expected;
    let from = format!("{}.{}", imported.module, imported.attribute);
    let facts = vec![Fact::free("from", from), Fact::free("noun", noun)];
    Item::new("imported type", name, facts)
}

fn protocol(protocol: &Protocol) -> Item {
    let Expected { name, noun } = &protocol.expected;
    let (key, test) = match &protocol.test {
        ProtocolTest::Check(check) => ("check", check),
        ProtocolTest::Derives(base) => ("derives from", base),
    };
    let facts = vec![Fact::free(key, test), Fact::free("noun", noun)];
    Item::new("protocol", name, facts)
}

fn alias(alias: &Alias) -> Item {
    let facts = vec![Fact::fixed("C type", &alias.ctype)];
    Item::new("type", &alias.name, facts).since(alias.since.as_ref())
}

fn check(check: &Check) -> Item {
    let last_line = check.fatal.as_deref().unwrap_or("that of the report");
    let facts = vec![
        Fact::free("title", &check.title),
        Fact::free("help", &check.help),
        Fact::free("last line", last_line),
    ];
    Item::new("check", &check.id, facts)
}

fn arguments(params: &[Param], spec: &Spec) -> Vec<Fact> {
    let numbered = params.iter().enumerate();
    numbered
        .map(|(position, param)| {
            let text = format!("{}: {}", param.name, words::role(param, spec));
            Fact::free(format!("argument {}", position + 1), text)
        })
        .collect()
}
