//! `api.toml` as the oracle asks it: what there is to call, and what may go wrong with it.

use std::path::Path;
use std::sync::LazyLock;

use hpy_codegen::ctype::CType;
use hpy_codegen::model::{
    ErrorProtocol, Function, Length, Param, ProtocolTest, Returns, Role, SHAPES, Signature,
    SignatureCall, Spec, Term, Test,
};

/// Words that a function is passed after its context. They are in registers, so that one may be passed more than
/// it takes.
pub const WORDS: usize = 5;

/// The arguments of a call after the context.
pub type Words = [usize; WORDS];

static SPEC: LazyLock<Spec> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    hpy_codegen::load(&root).unwrap_or_else(|error| panic!("{error}"))
});

/// What is called.
pub struct Api {
    pub spec: &'static Spec,
    /// Functions that an extension calls.
    pub functions: Vec<&'static Function>,
    /// How an extension is called.
    pub signatures: Vec<(&'static str, &'static Signature, &'static SignatureCall)>,
    /// By position among the context's members.
    by_index: Vec<Option<&'static Function>>,
    /// By kind of object: what `expects` calls it.
    pub kinds: Vec<&'static str>,
    /// The numbers of the shapes; the first kinds have them.
    pub shapes: Vec<isize>,
    /// Types of builders and trackers, and the check that reports a use after their end.
    pub resources: Vec<(&'static str, &'static str)>,
}

pub static API: LazyLock<Api> = LazyLock::new(|| {
    let spec = &*SPEC;
    let mut by_index = vec![None; spec.members().len()];
    for function in &spec.functions {
        assert!(function.params.len() <= WORDS, "make WORDS larger");
        by_index[function.index] = Some(function);
    }
    let shapes = spec.enums.iter().find(|e| e.name == SHAPES);
    let shapes: Vec<_> = shapes.expect("there are shapes").constants.iter().collect();
    let expected = (spec
        .constants
        .iter()
        .filter_map(|constant| constant.expects.as_ref()))
    .chain(spec.imported.iter().map(|imported| &imported.expected))
    .chain(spec.protocols.iter().map(|protocol| &protocol.expected));
    let mut kinds = vec![""; shapes.len()];
    kinds.extend(expected.map(|expected| expected.name.as_str()));
    Api {
        spec,
        functions: spec.functions.iter().filter(|f| !f.trampoline).collect(),
        signatures: (spec.signatures.iter())
            .filter_map(|signature| {
                let call = signature.call.as_ref().filter(|call| call.context)?;
                let name: &'static str = Box::leak(signature.constant().into_boxed_str());
                Some((name, signature, call))
            })
            .collect(),
        by_index,
        kinds,
        shapes: shapes.iter().map(|shape| shape.value as isize).collect(),
        resources: (spec.resources.iter())
            .map(|resource| (resource.name.as_str(), resource.ended.as_str()))
            .collect(),
    }
});

impl Api {
    /// The constants whose types give instances a shape.
    pub fn shaped(&self) -> impl Iterator<Item = usize> {
        let bases = self
            .spec
            .shapes
            .iter()
            .filter_map(|shape| shape.base.as_ref());
        let constants = &self.spec.constants;
        bases.filter_map(|base| Some(constants.iter().find(|c| c.name == *base)?.index))
    }

    /// The function that this member of the context is.
    pub fn at(&self, index: usize) -> Option<&'static Function> {
        self.by_index.get(index).copied().flatten()
    }

    /// The kind of objects that `expects` calls so.
    pub fn kind(&self, expects: &str) -> usize {
        let found = self.kinds.iter().position(|kind| *kind == expects);
        found.expect("the parser checks that there is such a type")
    }

    /// The kind of the objects whose type this constant is.
    pub fn kind_of_constant(&self, index: usize) -> Option<usize> {
        let constant = self.spec.constants.iter().find(|c| c.index == index)?;
        Some(self.kind(&constant.expects.as_ref()?.name))
    }

    /// The kind of the objects whose type a module has under this name.
    pub fn kind_of_imported(&self, attribute: &str) -> Option<usize> {
        let imported = self
            .spec
            .imported
            .iter()
            .find(|i| i.attribute == attribute)?;
        Some(self.kind(&imported.expected.name))
    }

    /// The kind of the objects that this function tests for.
    pub fn kind_of_protocol(&self, check: &str) -> Option<usize> {
        let mut protocols = self.spec.protocols.iter();
        let protocol = protocols.find(
            |protocol| matches!(&protocol.test, ProtocolTest::Check(name) if name == check),
        )?;
        Some(self.kind(&protocol.expected.name))
    }

    /// The kind of the classes that derive from this constant.
    pub fn kind_of_derived(&self, index: usize) -> Option<usize> {
        let base = &self.spec.constants.iter().find(|c| c.index == index)?.name;
        let mut protocols = self.spec.protocols.iter();
        let protocol = protocols.find(
            |protocol| matches!(&protocol.test, ProtocolTest::Derives(name) if name == base),
        )?;
        Some(self.kind(&protocol.expected.name))
    }

    /// Whether objects of a kind are what `expects` calls so: some classes are a kind of their own.
    pub fn is_expected(&self, kind: usize, expects: &str) -> bool {
        let test = self.spec.expected(self.kinds[kind]);
        let is_class = matches!(test, Some((Test::Derives(_), _)));
        kind == self.kind(expects) || (is_class && expects == "type")
    }

    /// Whether a wrapper judges such an argument while an exception is pending.
    pub fn is_judged_while_pending(&self, expects: &str) -> bool {
        match self.spec.expected(expects) {
            Some((Test::Constant(_) | Test::Derives(_), _)) => true,
            Some((Test::Function(check), _)) => check.pending_allowed,
            _ => false,
        }
    }

    /// The kind of builder or tracker that this C type is.
    pub fn resource(&self, ctype: &CType) -> usize {
        let found = self
            .resources
            .iter()
            .position(|(name, _)| *name == ctype.base);
        found.expect("a builder or tracker")
    }

    /// Whether the length of some memory is what this function says.
    pub fn tells_length(&self, function: &Function) -> bool {
        self.functions.iter().any(|other| match &other.returns {
            Returns::Buffer {
                length: Length::Function(name, _),
                ..
            } => *name == function.name,
            _ => false,
        })
    }

    /// The number of a shape.
    pub fn shape(&self, name: &str) -> isize {
        let constants = self.spec.enums.iter().flat_map(|e| &e.constants);
        let name = format!("{SHAPES}_{name}");
        let mut found = constants.filter(|constant| constant.name == name);
        found.next().expect("the parser checks it").value as isize
    }
}

/// What tells of an exception in words, if anything does.
fn error_text(error: &ErrorProtocol) -> Option<&str> {
    match error {
        ErrorProtocol::None => None,
        ErrorProtocol::Value(text) | ErrorProtocol::ValueAndCheck(text) => text.split(',').next(),
    }
}

/// A result that tells of an exception.
pub fn error_word(error: &ErrorProtocol) -> Option<usize> {
    Some(match error_text(error)? {
        "NULL" => 0,
        "< 0" | "!= 0" => -1isize as usize,
        number => number
            .parse::<isize>()
            .expect("the parser allows nothing else") as usize,
    })
}

/// Another result that does or, where there is none, the same.
pub fn other_error_word(error: &ErrorProtocol) -> Option<usize> {
    match error_text(error)? {
        "< 0" => Some(-7isize as usize),
        "!= 0" => Some(7),
        _ => error_word(error),
    }
}

/// A number that tells of none.
pub fn success_word(error: &ErrorProtocol) -> usize {
    usize::from(error_text(error) != Some("!= 0"))
}

/// The values that an argument may have, where only some have a meaning.
pub fn one_of(param: &Param) -> Option<Vec<i64>> {
    let name = param.limits.one_of.as_ref()?;
    let of = API.spec.enums.iter().find(|e| e.name == *name)?;
    Some(of.constants.iter().map(|constant| constant.value).collect())
}

/// Whether an argument that may only be NULL where a number is 0 may be.
pub fn null_if(params: &[Param], param: &Param, words: &Words) -> bool {
    let number = param.limits.null_if.as_ref();
    number.is_some_and(|name| {
        let at = position(params, name);
        truncate(&params[at].ctype, words[at]) == 0
    })
}

/// Whether values of a type are in floating-point registers.
pub fn is_float(ctype: &CType) -> bool {
    ctype.pointers == 0 && ["float", "double"].contains(&ctype.base.as_str())
}

/// What of a word a value of this type is.
pub fn truncate(ctype: &CType, word: usize) -> usize {
    const WHOLE: [&str; 9] = [
        "size_t",
        "HPy_ssize_t",
        "HPyThreadState",
        "HPyCFunction",
        "HPy_hash_t",
        "intptr_t",
        "uintptr_t",
        "int64_t",
        "uint64_t",
    ];
    let is_word = ctype.is_pointer() || ctype.is_handle() || ctype.is_resource();
    let is_word = is_word || ctype.is_storage();
    match ctype.base.as_str() {
        _ if is_word => word,
        "float" | "double" | "void" => 0,
        "bool" => word & 1,
        base if WHOLE.contains(&base) => word,
        _ => word as u32 as usize,
    }
}

/// The position of a parameter.
pub fn position(params: &[Param], name: &str) -> usize {
    let found = params.iter().position(|param| param.name == name);
    found.expect("the parser checks that there is such an argument")
}

/// How many handles an array has: the sum of these arguments and of the lengths of these handles.
pub fn length_of<'a>(
    params: &'a [Param],
    role: &'a Role,
) -> Option<impl Iterator<Item = (usize, bool)> + 'a> {
    let Role::Array { length: terms, .. } = role else {
        return None;
    };
    Some(terms.iter().map(|term| match term {
        Term::Param(name) => (position(params, name), false),
        Term::LengthOf(name) => (position(params, name), true),
    }))
}
