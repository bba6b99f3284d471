//! The spec as plain data: what `api.toml` says, checked, with every default filled in.

use std::ops::Range;

use crate::ctype::CType;

/// The spec, relative to the root of the repository.
pub const SPEC: &str = "api.toml";

/// All of `api.toml`.
#[derive(Debug)]
pub struct Spec {
    /// Version numbers of the ABI.
    pub abi: Abi,
    /// Context members that are handles, in the order of the file.
    pub constants: Vec<Constant>,
    /// Types of things that are created, used, and ended once.
    pub resources: Vec<Resource>,
    /// Types that arguments must have and no constant is.
    pub imported: Vec<Imported>,
    /// What arguments must be able to do.
    pub protocols: Vec<Protocol>,
    /// Other names for C types.
    pub types: Vec<Alias>,
    /// Context members that are functions, in the order of the file.
    pub functions: Vec<Function>,
    /// `HPyFunc_*`: how the runtime calls an extension.
    pub signatures: Vec<Signature>,
    /// `HPySlot_Slot`.
    pub slots: Vec<Slot>,
    /// The other enums that the ABI fixes, among them that of the shapes.
    pub enums: Vec<Enum>,
    /// Where structs of extensions are.
    pub shapes: Vec<Shape>,
    /// What debug mode reports.
    pub checks: Vec<Check>,
}

/// The C types that a spec with these resources, types and enums may use.
pub fn type_names(resources: &[Resource], types: &[Alias], enums: &[Enum]) -> Vec<String> {
    CType::known_names()
        .map(str::to_owned)
        .chain(resources.iter().map(|resource| resource.name.clone()))
        .chain(types.iter().map(|alias| alias.name.clone()))
        .chain(enums.iter().map(|e| e.name.clone()))
        .chain(["HPyFunc_Signature".to_owned()])
        .collect()
}

/// A type of builder or tracker: a word that stands for something of the interpreter's.
#[derive(Debug)]
pub struct Resource {
    /// Its C type.
    pub name: String,
    /// The only field of that, in C.
    pub field: String,
    /// The check that reports a use after its end.
    pub ended: String,
}

/// Another name for a C type.
#[derive(Debug)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// The release that added it, where that is a later one.
    pub since: Option<Release>,
    /// What it stands for.
    pub ctype: CType,
    /// What it is for, for the header.
    pub doc: Option<String>,
}

/// Version numbers of the ABI.
#[derive(Debug, Default)]
pub struct Abi {
    /// `HPY_ABI_VERSION`.
    pub major: i64,
    /// `HPY_ABI_VERSION_MINOR`: what extensions need that use nothing of a later release.
    pub minor: i64,
    /// Later releases.
    pub later: Vec<Release>,
}

impl Abi {
    /// The minor version of the last release, which contexts of this spec have.
    pub fn last_minor(&self) -> i64 {
        let later = self.later.iter().map(|release| release.minor);
        later.fold(self.minor, i64::max)
    }
}

/// A release of HPy that added something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// `0.9.1`.
    pub version: String,
    /// The minor version of the ABI that an extension needs which uses what is new.
    pub minor: i64,
}

impl Release {
    /// Its number in C, as in `HPY_MINIMAL_VERSION`: two hexadecimal digits for each part.
    pub fn number(&self) -> u32 {
        let parts = self.version.split('.');
        parts.fold(0, |number, part| number << 8 | part.parse().unwrap_or(0))
    }
}

/// A context member that is a handle.
#[derive(Debug)]
pub struct Constant {
    /// `h_None`, …
    pub name: String,
    /// Position among the context's members.
    pub index: usize,
    /// The release that added it, where that is a later one.
    pub since: Option<Release>,
    /// A C expression for the object: `Py_None`, `&PyType_Type`, `PyEval_GetBuiltins()`.
    pub cpython: String,
    /// What `expects =` calls an instance of this type, and how a message does.
    pub expects: Option<Expected>,
}

/// How arguments of a type are named in the spec and in messages.
#[derive(Debug)]
pub struct Expected {
    /// `str`, `type`, …
    pub name: String,
    /// `a Unicode object`, …
    pub noun: String,
}

/// A type that is no constant.
#[derive(Debug)]
pub struct Imported {
    /// What it is called.
    pub expected: Expected,
    /// The module that has it.
    pub module: String,
    /// Its name there.
    pub attribute: String,
}

/// Something that objects of many types can do.
#[derive(Debug)]
pub struct Protocol {
    /// What it is called.
    pub expected: Expected,
    /// The function of the context that tells whether an object can.
    pub check: String,
}

/// How to tell whether an object is what an argument must be.
#[derive(Clone, Copy, Debug)]
pub enum Test<'a> {
    /// Its type is a constant of the context.
    Constant(&'a Constant),
    /// A module has its type.
    Imported(&'a Imported),
    /// A function of the context tells.
    Function(&'a Function),
}

/// A context member that is a function.
#[derive(Debug)]
pub struct Function {
    /// Its name in the C API.
    pub name: String,
    /// The heading that it stands under in the file.
    pub group: String,
    /// Where its name stands in the file, in bytes.
    pub place: Range<usize>,
    /// Position among the context's members.
    pub index: usize,
    /// The release that added it, where that is a later one.
    pub since: Option<Release>,
    /// The C type of the result.
    pub result: CType,
    /// The parameters after the context.
    pub params: Vec<Param>,
    /// What the result is to the caller.
    pub returns: Returns,
    /// The result that tells of an exception.
    pub error: ErrorProtocol,
    /// Whether it may be called while an exception is set.
    pub pending_allowed: bool,
    /// Whether it sets an exception, as its purpose.
    pub raises: bool,
    /// Whether the result tells only whether it failed.
    pub effect: bool,
    /// Whether neither Python code nor an extension runs during the call.
    pub runs_no_code: bool,
    /// The constant of the exception that it usually fails with; none where that is MemoryError.
    pub fails: Option<String>,
    /// What it does with the pending exception, as its purpose.
    pub handles: Option<Handles>,
    /// Whether it leaves or re-enters the interpreter.
    pub interpreter: Option<Interpreter>,
    /// Whether it is the way from CPython into the extension.
    pub trampoline: bool,
    /// How the inline function of the C API makes the call.
    pub inline: Inline,
    /// How CPython does it.
    pub cpython: Cpython,
}

/// A parameter of a function or signature.
#[derive(Debug)]
pub struct Param {
    /// Its name in C.
    pub name: String,
    /// Its C type.
    pub ctype: CType,
    /// What it means.
    pub role: Role,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// What else its value must be.
    pub limits: Limits,
}

/// What the value of an argument must be, where others are undefined behaviour.
#[derive(Debug, Default)]
pub struct Limits {
    /// The least that it may be.
    pub at_least: Option<i64>,
    /// The enum that has a constant of this value.
    pub one_of: Option<String>,
    /// Whether it must be a type that an extension has made.
    pub made: bool,
    /// What `expects =` calls the type of each item of a tuple.
    pub items: Option<String>,
    /// Whether it must be an object that HPy's call protocol calls.
    pub called: bool,
    /// The argument that is 0 where NULL is allowed.
    pub null_if: Option<String>,
}

/// What a parameter means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A number, string, struct or pointer that is passed on as it is.
    Plain,
    /// A handle lent for the call.
    Handle {
        /// The type or protocol it must have, by its name in `expects =`.
        expects: Option<String>,
        /// The tracker that closes it later.
        kept_by: Option<String>,
    },
    /// A handle that the call closes.
    ConsumedHandle,
    /// An array of handles.
    Array {
        /// How many.
        length: Length,
        /// Whether CPython passes them as a tuple, not as an array with its length.
        python_tuple: bool,
    },
    /// A list of structs, each with a handle.
    HandleList {
        /// The field that holds the handle.
        field: String,
        /// The field that ends the list where it is 0.
        until: String,
    },
    /// Where a new handle is stored.
    OutHandle,
    /// Where another result is stored.
    Out,
    /// A builder or tracker.
    Resource {
        /// The call ends its life.
        consumed: bool,
        /// The call makes it forget its handles.
        forgets: bool,
        /// The call closes its handles.
        closes: bool,
        /// Every item of it must have been set.
        complete: bool,
    },
    /// How many items a new builder has.
    Capacity,
    /// The position of an item of this builder, to be set once.
    Item {
        /// The builder.
        of: String,
    },
    /// A place outside the interpreter's sight that holds a reference.
    Storage {
        /// The object whose memory it is part of; none for a global.
        owner: Option<String>,
        /// The handle that the call stores there; none where it only reads.
        stores: Option<String>,
    },
    /// A description of a type.
    TypeSpec,
    /// A struct that the callee fills in, with a new handle in this field.
    StructOut(String),
    /// A struct with a handle in this field, lent for the call.
    StructIn(String),
}

/// A number of items, computed at the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Length {
    /// A sum of parameters and of lengths of handles.
    Sum(Vec<Term>),
    /// What the call stored behind this parameter; `strlen` where the caller passed NULL.
    Out(String),
    /// What another function says of a parameter.
    Function(String, String),
    /// `strlen` of the result.
    CString,
}

/// A summand of a [`Length`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// An integer parameter.
    Param(String),
    /// The length of a handle; 0 where it is NULL.
    LengthOf(String),
}

/// What a result is to the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Returns {
    /// Nothing.
    Nothing,
    /// A new handle.
    Handle,
    /// A number or pointer without an owner.
    Plain,
    /// A new builder or tracker.
    Resource,
    /// Read-only memory that lives as long as its owner's handle.
    Buffer {
        /// The parameter that owns it.
        owner: String,
        /// Items before the terminator; those of `void` are bytes.
        length: Length,
        /// Whether an item that is 0 follows.
        terminated: bool,
    },
    /// The C struct of an object.
    Struct {
        /// The shape its type must have, without the enum's prefix.
        shape: String,
        /// The parameter that owns it.
        owner: String,
    },
}

/// The result that tells of an exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorProtocol {
    /// It cannot fail.
    None,
    /// This value always means failure.
    Value(String),
    /// This value may mean failure; whether an exception is set decides.
    ValueAndCheck(String),
}

/// What a function does with the pending exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handles {
    /// It tells whether the exception is one of a kind.
    Matches,
    /// It clears the exception.
    Clears,
}

/// A change of the interpreter's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interpreter {
    /// The thread gives the interpreter up.
    Leave,
    /// The thread takes it back.
    Reenter,
}

/// How the inline function of the C API calls the context's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// It passes arguments and result on.
    Forwards,
    /// It returns this constant where the context's function returns nothing.
    Returns(String),
    /// A header has it by hand.
    ByHand,
}

/// How CPython does a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cpython {
    /// This C-API function does exactly this.
    Calls(String),
    /// It gives the struct of a shape, whose place is known.
    Struct,
    /// `runtime/universal` has it.
    ByHand,
}

/// A way in which the runtime calls an extension.
#[derive(Debug)]
pub struct Signature {
    /// `noargs`, …: the name after `HPyFunc_`.
    pub name: String,
    /// Its number in `HPyFunc_Signature`.
    pub value: i64,
    /// The release that added it, where that is a later one.
    pub since: Option<Release>,
    /// How it is called; none where only the number is reserved.
    pub call: Option<SignatureCall>,
}

/// The C side of a [`Signature`].
#[derive(Debug)]
pub struct SignatureCall {
    /// The C type of the result.
    pub result: CType,
    /// The parameters, after the context if there is one.
    pub params: Vec<Param>,
    /// Whether the context comes first.
    pub context: bool,
    /// The result that tells of an exception.
    pub error: ErrorProtocol,
    /// Whether `runtime/universal` calls it by hand.
    pub by_hand: bool,
    /// The flags by which CPython calls methods of this signature; none where no method can have it.
    pub method: Vec<String>,
}

/// A slot of a type or module.
#[derive(Debug)]
pub struct Slot {
    /// `HPy_nb_add`, …
    pub name: String,
    /// Its number in `HPySlot_Slot`.
    pub value: i64,
    /// The release that added it, where that is a later one.
    pub since: Option<Release>,
    /// The name of its signature, after `HPyFunc_`.
    pub signature: String,
    /// The slot of CPython, or by hand.
    pub cpython: Cpython,
}

/// A C enum.
#[derive(Debug)]
pub struct Enum {
    /// Its C name.
    pub name: String,
    /// What it is for, for the header.
    pub doc: Option<String>,
    /// Its constants.
    pub constants: Vec<EnumConstant>,
}

/// A constant of a C enum.
#[derive(Debug)]
pub struct EnumConstant {
    /// Its C name.
    pub name: String,
    /// Its value.
    pub value: i64,
    /// The release that added it, where that is a later one.
    pub since: Option<Release>,
    /// What it means, for the header.
    pub doc: Option<String>,
}

/// Where in an object the C struct of an extension is.
#[derive(Debug)]
pub struct Shape {
    /// Its constant in the enum [`SHAPES`].
    pub name: String,
    /// The constant that is the type which has this shape, as its subtypes have; none where any type may have it.
    pub base: Option<String>,
    /// What is in front of the struct.
    pub before: Before,
}

/// What is in front of the C struct of an extension.
#[derive(Debug)]
pub enum Before {
    /// Nothing: the object begins with it.
    Nothing,
    /// This struct of CPython.
    Struct(String),
    /// The items of the base type, which each object has so many of.
    Items(Items),
}

/// How many items an object has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    /// `ob_size`.
    Size,
    /// The digits of an `int`.
    Digits,
}

/// The enum of shapes; a constant's name is the enum's and the shape's.
pub const SHAPES: &str = "HPyType_BuiltinShape";

/// One kind of misuse that debug mode reports.
#[derive(Debug)]
pub struct Check {
    /// Its stable id, `use-after-close`.
    pub id: String,
    /// One line that says what is wrong.
    pub title: String,
    /// What to do about it.
    pub help: String,
    /// The line that ends the process, where the peer implementation has one that tools compare.
    pub fatal: Option<String>,
    /// Whether the program goes on by default.
    pub is_warning: bool,
    /// The body of a C function that gets `ctx`, `self` and `arg`, and does it.
    pub example: String,
    /// The same without the mistake.
    pub mended: Option<String>,
    /// What the mistake does.
    pub why: Option<String>,
    /// When the report is not justified.
    pub wrong: Option<String>,
}

impl Function {
    /// The name of the context member: `ctx_Name` for `HPy_Name`, `ctx_Type_Name` for `HPyType_Name`.
    pub fn member(&self) -> String {
        let name = self.name.strip_prefix('_').unwrap_or(&self.name);
        let name = name.strip_prefix("HPy").unwrap_or(name);
        format!("ctx_{}", name.strip_prefix('_').unwrap_or(name))
    }

    /// Whether the caller can be told of an exception.
    pub fn can_fail(&self) -> bool {
        self.error != ErrorProtocol::None
    }

    /// Whether a call may end what an argument stands for, or keep it: also one that fails does.
    pub fn takes_arguments(&self) -> bool {
        self.params.iter().any(Param::is_consumed)
    }

    /// Whether it can tell of an exception, or is there to set one.
    pub fn tells_errors(&self) -> bool {
        self.can_fail() || self.raises
    }

    /// The number that tells of an exception, where other functions with such a result return another then.
    pub fn unusual_error(&self) -> Option<i64> {
        match &self.error {
            ErrorProtocol::Value(text) | ErrorProtocol::ValueAndCheck(text) => {
                let number = text.parse().ok().filter(|number| *number != -1);
                number.filter(|_| !self.result.is_resource())
            }
            ErrorProtocol::None => None,
        }
    }

    /// The parameter of this name.
    pub fn param(&self, name: &str) -> Option<&Param> {
        self.params.iter().find(|param| param.name == name)
    }
}

impl Param {
    /// Whether a call may end what it stands for, or keep it.
    pub fn is_consumed(&self) -> bool {
        match &self.role {
            Role::ConsumedHandle => true,
            Role::Handle { kept_by, .. } => kept_by.is_some(),
            Role::Resource { consumed, .. } => *consumed,
            _ => false,
        }
    }
}

impl Shape {
    /// Its name without the enum's.
    pub fn short(&self) -> &str {
        let name = self.name.strip_prefix(SHAPES).unwrap_or(&self.name);
        name.strip_prefix('_').unwrap_or(name)
    }
}

impl Spec {
    /// The shape of this name, without the enum's.
    pub fn shape(&self, short: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.short() == short)
    }

    /// The type whose items stand in front of the structs of a shape, as C knows it: `PyTuple_Type`.
    pub fn items_of(&self, shape: &Shape) -> Option<&str> {
        let base = shape.base.as_ref()?;
        let base = self.constants.iter().find(|c| c.name == *base)?;
        base.cpython.strip_prefix('&')
    }

    /// The signatures that methods may have, each with the flags by which CPython calls them.
    pub fn method_signatures(&self) -> impl Iterator<Item = (&Signature, &[String])> {
        self.signatures.iter().filter_map(|signature| {
            let flags = signature.call.as_ref()?.method.as_slice();
            (!flags.is_empty()).then_some((signature, flags))
        })
    }
}

impl Slot {
    /// The slot of CPython that a type passes on in its place; none for those of modules, which have other numbers.
    pub fn of_types(&self) -> Option<&str> {
        match &self.cpython {
            Cpython::Calls(name) if !name.starts_with("Py_mod_") => Some(name),
            _ => None,
        }
    }
}

impl Signature {
    /// Its constant in `HPyFunc_Signature`.
    pub fn constant(&self) -> String {
        format!("HPyFunc_{}", self.name.to_uppercase())
    }
}

impl Spec {
    /// Members of the context in the order of their indices.
    pub fn members(&self) -> Vec<Member<'_>> {
        let constants = self.constants.iter().map(Member::Constant);
        let functions = self.functions.iter().map(Member::Function);
        let mut members: Vec<_> = constants.chain(functions).collect();
        members.sort_by_key(Member::index);
        members
    }

    /// The names of what needs a higher minor version of the ABI.
    pub fn later_than(&self, minor: i64) -> impl Iterator<Item = String> {
        let members = self.members().into_iter().map(|member| match member {
            Member::Constant(constant) => (constant.name.clone(), &constant.since),
            Member::Function(function) => (function.name.clone(), &function.since),
        });
        let slots = self
            .slots
            .iter()
            .map(|slot| (slot.name.clone(), &slot.since));
        let types = self
            .types
            .iter()
            .map(|alias| (alias.name.clone(), &alias.since));
        let signatures = self.signatures.iter().map(|s| (s.constant(), &s.since));
        let constants = self.enums.iter().flat_map(|e| &e.constants);
        let constants = constants.map(|constant| (constant.name.clone(), &constant.since));
        let all = members
            .chain(slots)
            .chain(types)
            .chain(signatures)
            .chain(constants);
        all.filter(move |(_, since)| since.as_ref().is_some_and(|release| release.minor > minor))
            .map(|(name, _)| name)
    }

    /// What `expects = "name"` demands.
    pub fn expected(&self, name: &str) -> Option<(Test<'_>, &Expected)> {
        let constants = self.constants.iter();
        let constants = constants.filter_map(|c| Some((Test::Constant(c), c.expects.as_ref()?)));
        let imported = self.imported.iter();
        let protocols = self.protocols.iter().filter_map(|protocol| {
            let check = self.functions.iter().find(|f| f.name == protocol.check)?;
            Some((Test::Function(check), &protocol.expected))
        });
        constants
            .chain(imported.map(|i| (Test::Imported(i), &i.expected)))
            .chain(protocols)
            .find(|(_, expected)| expected.name == name)
    }
}

/// A member of the context.
#[derive(Clone, Copy)]
pub enum Member<'a> {
    /// A handle.
    Constant(&'a Constant),
    /// A function.
    Function(&'a Function),
}

impl Member<'_> {
    /// Position among the context's members.
    pub fn index(&self) -> usize {
        match self {
            Member::Constant(constant) => constant.index,
            Member::Function(function) => function.index,
        }
    }

    /// The name of the stanza it comes from.
    pub fn name(&self) -> &str {
        match self {
            Member::Constant(constant) => &constant.name,
            Member::Function(function) => &function.name,
        }
    }
}
