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
#[derive(Debug)]
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

    /// The later release that added the item, if there is one.
    fn since(release: Option<&Release>) -> Option<Self> {
        release.map(|release| Self::free("since", &release.version))
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
    Item {
        kind: "version",
        name: "HPY_ABI_VERSION".to_owned(),
        facts: vec![
            Fact::fixed("major", abi.major),
            Fact::free("minor", abi.minor),
            Fact::free("minor, last release", abi.last_minor()),
        ],
    }
}

fn constant(constant: &Constant) -> Item {
    let expects = constant.expects.as_ref();
    let expects = expects.map_or(String::new(), |e| format!("{}, {}", e.name, e.noun));
    Item {
        kind: "constant",
        name: constant.name.clone(),
        facts: vec![
            Fact::fixed("index", constant.index),
            Fact::free("on CPython", &constant.cpython),
            Fact::free("expects", expects),
        ]
        .into_iter()
        .chain(Fact::since(constant.since.as_ref()))
        .collect(),
    }
}

fn function(function: &Function, spec: &Spec) -> Item {
    let types = function.params.iter().map(|param| &param.ctype);
    let mut facts = vec![
        Fact::fixed("index", function.index),
        Fact::signature(&function.result, types, true),
    ];
    facts.extend(arguments(&function.params, spec));
    facts.push(Fact::free("result", words::returns(function)));
    facts.push(Fact::free("error", words::error(&function.error)));
    facts.push(Fact::free(
        "pending exception",
        allowed(function.pending_allowed),
    ));
    facts.push(Fact::free("raises", function.raises));
    facts.push(Fact::free("only an effect", function.effect));
    facts.push(Fact::free("runs no code", function.runs_no_code));
    facts.push(Fact::free("fails with", words::fails(function)));
    facts.push(Fact::free(
        "handles exceptions",
        words::handles(function.handles),
    ));
    facts.push(Fact::free(
        "interpreter",
        words::interpreter(function.interpreter),
    ));
    facts.push(Fact::free("inline", words::inline(&function.inline)));
    facts.push(Fact::free("on CPython", words::cpython(&function.cpython)));
    facts.extend(Fact::since(function.since.as_ref()));
    Item {
        kind: "function",
        name: function.name.clone(),
        facts,
    }
}

fn signature(signature: &Signature) -> Item {
    let mut facts = vec![Fact::fixed("value", signature.value)];
    if let Some(call) = &signature.call {
        let types = call.params.iter().map(|param| &param.ctype);
        facts.push(Fact::signature(&call.result, types, call.context));
        facts.push(Fact::free("error", words::error(&call.error)));
        facts.push(Fact::free("method", call.method.join(" | ")));
    }
    facts.extend(Fact::since(signature.since.as_ref()));
    Item {
        kind: "signature",
        name: signature.constant(),
        facts,
    }
}

fn slot(slot: &Slot) -> Item {
    Item {
        kind: "slot",
        name: slot.name.clone(),
        facts: vec![
            Fact::fixed("value", slot.value),
            Fact::fixed("signature", &slot.signature),
            Fact::free("on CPython", words::cpython(&slot.cpython)),
        ]
        .into_iter()
        .chain(Fact::since(slot.since.as_ref()))
        .collect(),
    }
}

fn enum_constant(constant: &EnumConstant, spec: &Spec) -> Item {
    let mut shapes = spec.shapes.iter();
    let shape = shapes.find(|shape| shape.name == constant.name);
    Item {
        kind: shape.map_or("enum constant", |_| "shape"),
        name: constant.name.clone(),
        facts: std::iter::once(Fact::fixed("value", constant.value))
            .chain(shape.map(|shape| Fact::free("behind", words::before(shape))))
            .chain(Fact::since(constant.since.as_ref()))
            .collect(),
    }
}

fn resource(resource: &Resource) -> Item {
    Item {
        kind: "resource",
        name: resource.name.clone(),
        facts: vec![
            Fact::free("field", &resource.field),
            Fact::free("use after its end", &resource.ended),
        ],
    }
}

fn imported(imported: &Imported) -> Item {
    let Expected { name, noun } = &imported.expected;
    Item {
        kind: "imported type",
        name: name.clone(),
        facts: vec![
            Fact::free(
                "from",
                format!("{}.{}", imported.module, imported.attribute),
            ),
            Fact::free("noun", noun),
        ],
    }
}

fn protocol(protocol: &Protocol) -> Item {
    let Expected { name, noun } = &protocol.expected;
    let (key, test) = match &protocol.test {
        ProtocolTest::Check(check) => ("check", check),
        ProtocolTest::Derives(base) => ("derives from", base),
    };
    Item {
        kind: "protocol",
        name: name.clone(),
        facts: vec![Fact::free(key, test), Fact::free("noun", noun)],
    }
}

fn alias(alias: &Alias) -> Item {
    Item {
        kind: "type",
        name: alias.name.clone(),
        facts: std::iter::once(Fact::fixed("C type", &alias.ctype))
            .chain(Fact::since(alias.since.as_ref()))
            .collect(),
    }
}

fn check(check: &Check) -> Item {
    Item {
        kind: "check",
        name: check.id.clone(),
        facts: vec![
            Fact::free("title", &check.title),
            Fact::free("help", &check.help),
            Fact::free(
                "last line",
                check.fatal.as_deref().unwrap_or("that of the report"),
            ),
        ],
    }
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

fn allowed(is_allowed: bool) -> &'static str {
    if is_allowed { "allowed" } else { "not allowed" }
}
