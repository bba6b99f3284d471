//! The spec as plain data: the content of `api.toml`, checked and with all defaults filled in.

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
    /// Builders and trackers: types whose values are created, used, and ended once.
    pub resources: Vec<Resource>,
    /// Types that arguments must have and that are no constants of the context.
    pub imported: Vec<Imported>,
    /// Abilities that arguments must have, such as being iterable.
    pub protocols: Vec<Protocol>,
    /// Aliases of C types.
    pub types: Vec<Alias>,
    /// Context members that are functions, in the order of the file.
    pub functions: Vec<Function>,
    /// `HPyFunc_*`: how the runtime calls an extension.
    pub signatures: Vec<Signature>,
    /// `HPySlot_Slot`.
    pub slots: Vec<Slot>,
    /// The other enums that the ABI fixes, the enum of shapes among them.
    pub enums: Vec<Enum>,
    /// Where an extension's struct is inside an object.
    pub shapes: Vec<Shape>,
    /// The kinds of misuse that debug mode reports.
    pub checks: Vec<Check>,
}

/// All C type names that a spec may use if it declares these resources, types and enums.
pub fn type_names(resources: &[Resource], types: &[Alias], enums: &[Enum]) -> Vec<String> {
    CType::known_names()
        .map(str::to_owned)
        .chain(resources.iter().map(|resource| resource.name.clone()))
        .chain(types.iter().map(|alias| alias.name.clone()))
        .chain(enums.iter().map(|e| e.name.clone()))
        .chain(["HPyFunc_Signature".to_owned()])
        .collect()
}

/// A type of builder or tracker: a struct with one word, which refers to something in the interpreter.
#[derive(Debug)]
pub struct Resource {
    /// Its C type.
    pub name: String,
    /// The C name of its only field.
    pub field: String,
    /// The check that reports a use after its end.
    pub ended: String,
}

/// An alias of a C type.
#[derive(Debug)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// The later release that added it, if there is one.
    pub since: Option<Release>,
    /// The type that it stands for.
    pub ctype: CType,
    /// The doc comment for the header.
    pub doc: Option<String>,
}

/// Version numbers of the ABI.
#[derive(Debug, Default)]
pub struct Abi {
    /// `HPY_ABI_VERSION`.
    pub major: i64,
    /// `HPY_ABI_VERSION_MINOR`: what an extension needs if it uses nothing of a later release.
    pub minor: i64,
    /// Later releases.
    pub later: Vec<Release>,
}

impl Abi {
    /// The minor version of the last release. Contexts of this spec have this version.
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
    /// The minor version of the ABI that an extension needs if it uses something new of this release.
    pub minor: i64,
}

impl Release {
    /// Its number in C, as in `HPY_MINIMAL_VERSION`: two hexadecimal digits for each part of the version.
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
    /// The later release that added it, if there is one.
    pub since: Option<Release>,
    /// A C expression for the object: `Py_None`, `&PyType_Type`, `PyEval_GetBuiltins()`.
    pub cpython: String,
    /// How `expects =` and messages call an instance of this type, if it is a type.
    pub expects: Option<Expected>,
}

/// The names of a type in the spec and in messages.
#[derive(Debug)]
pub struct Expected {
    /// The name in `expects =`: `str`, `type`, …
    pub name: String,
    /// The noun in messages: `a Unicode object`, …
    pub noun: String,
}

/// A type that is not a constant of the context.
#[derive(Debug)]
pub struct Imported {
    /// Its names.
    pub expected: Expected,
    /// The module that contains it.
    pub module: String,
    /// Its name in that module.
    pub attribute: String,
}

/// An ability that objects of many types have.
#[derive(Debug)]
pub struct Protocol {
    /// Its names.
    pub expected: Expected,
    /// How to test for it.
    pub test: ProtocolTest,
}

/// How to test for a protocol.
#[derive(Debug)]
pub enum ProtocolTest {
    /// Ask this function of the context.
    Check(String),
    /// It is a class that derives from this constant of the context.
    Derives(String),
}

/// How to test whether an object is what an argument must be.
#[derive(Clone, Copy, Debug)]
pub enum Test<'a> {
    /// Compare its type with a constant of the context.
    Constant(&'a Constant),
    /// Compare its type with an attribute of a module.
    Imported(&'a Imported),
    /// Ask a function of the context.
    Function(&'a Function),
    /// It is a class that derives from a constant of the context.
    Derives(&'a Constant),
}

/// A context member that is a function.
#[derive(Debug)]
pub struct Function {
    /// Its name in the C API.
    pub name: String,
    /// The heading above it in the file.
    pub group: String,
    /// The position of its name in the file, in bytes.
    pub place: Range<usize>,
    /// Position among the context's members.
    pub index: usize,
    /// The later release that added it, if there is one.
    pub since: Option<Release>,
    /// The C type of the result.
    pub result: CType,
    /// The parameters after the context.
    pub params: Vec<Param>,
    /// What the caller gets.
    pub returns: Returns,
    /// Which result means an exception.
    pub error: ErrorProtocol,
    /// Whether it may be called while an exception is set.
    pub pending_allowed: bool,
    /// Whether its purpose is to set an exception.
    pub raises: bool,
    /// Whether the result only says whether the call failed.
    pub effect: bool,
    /// Whether neither Python code nor an extension runs during the call.
    pub runs_no_code: bool,
    /// The constant of the exception that it usually fails with. `None` means MemoryError.
    pub fails: Option<String>,
    /// What it does with the pending exception, if that is its purpose.
    pub handles: Option<Handles>,
    /// Whether it leaves or re-enters the interpreter.
    pub interpreter: Option<Interpreter>,
    /// Whether CPython calls extensions through it.
    pub trampoline: bool,
    /// What the inline function of the C API does.
    pub inline: Inline,
    /// How CPython implements it.
    pub cpython: Cpython,
}

/// A parameter of a function or signature.
#[derive(Debug)]
pub struct Param {
    /// Its name in C.
    pub name: String,
    /// Its C type.
    pub ctype: CType,
    /// Its role.
    pub role: Role,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// Limits on its value.
    pub limits: Limits,
}

/// Limits on the value of an argument. Other values are undefined behaviour.
#[derive(Debug, Default)]
pub struct Limits {
    /// The smallest valid value.
    pub at_least: Option<i64>,
    /// The enum whose constants are the valid values.
    pub one_of: Option<String>,
    /// Whether it must be a type that an extension made.
    pub made: bool,
    /// For a tuple: what each item must be, by its name in `expects =`.
    pub items: Option<String>,
    /// Whether it must be an object that is called through HPy's call protocol.
    pub called: bool,
    /// NULL is allowed if this argument is 0.
    pub null_if: Option<String>,
}

/// The role of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A number, string, struct or pointer that is passed on unchanged.
    Plain,
    /// A handle that is borrowed for the call.
    Handle {
        /// The type or protocol that it must have, by its name in `expects =`.
        expects: Option<String>,
        /// The tracker that takes ownership and closes it later.
        kept_by: Option<String>,
    },
    /// A handle that the call closes.
    ConsumedHandle,
    /// An array of handles.
    Array {
        /// The number of handles: the sum of these.
        length: Vec<Term>,
        /// Whether CPython passes a tuple instead of an array and its length.
        python_tuple: bool,
    },
    /// A list of structs that contain a handle.
    HandleList {
        /// The field with the handle.
        field: String,
        /// The list ends where this field is 0.
        until: String,
    },
    /// Where the call stores a new handle.
    OutHandle,
    /// Where the call stores another result.
    Out,
    /// A builder or tracker.
    Resource {
        /// Whether the call ends its life.
        consumed: bool,
        /// Whether the call makes it forget its handles.
        forgets: bool,
        /// Whether the call closes its handles.
        closes: bool,
        /// Whether every item must have been set before.
        complete: bool,
    },
    /// The number of items of a new builder.
    Capacity,
    /// The position of an item of a builder. Each item is set once.
    Item {
        /// The builder.
        of: String,
    },
    /// Memory that holds a reference but is unknown to the interpreter: a field or a global.
    Storage {
        /// The object that contains the field. `None` for a global.
        owner: Option<String>,
        /// The handle that the call stores. `None` if the call only reads.
        stores: Option<String>,
    },
    /// A description of a type.
    TypeSpec,
    /// A struct that the callee fills in, with a new handle in this field.
    StructOut(String),
    /// A struct that is borrowed for the call, with a handle in this field.
    StructIn(String),
}

/// A number of items, computed during the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Length {
    /// The sum of parameters and of lengths of handles.
    Sum(Vec<Term>),
    /// The number that the call stores through this parameter. If the caller passed NULL: `strlen` of the result.
    Out(String),
    /// The result of another function, called with a parameter.
    Function(String, String),
    /// `strlen` of the result.
    CString,
}

/// A summand of a [`Length`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// An integer parameter.
    Param(String),
    /// The length of a handle. 0 if the handle is NULL.
    LengthOf(String),
}

/// What the caller of a function gets.
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
        /// The number of items before the terminator. Items of `void` are bytes.
        length: Length,
        /// Whether a terminating 0 follows the items.
        terminated: bool,
    },
    /// The C struct of an object.
    Struct {
        /// The shape that its type must have, without the enum's prefix.
        shape: String,
        /// The parameter that owns it.
        owner: String,
    },
}

/// Which result means an exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorProtocol {
    /// The function cannot fail.
    None,
    /// This value always means an exception.
    Value(String),
    /// This value may mean an exception. The caller has to ask whether one is set.
    ValueAndCheck(String),
}

/// What a function does with the pending exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handles {
    /// It tests whether the exception is of some type.
    Matches,
    /// It clears the exception.
    Clears,
}

/// How a function changes the state of the interpreter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interpreter {
    /// The thread releases the interpreter.
    Leave,
    /// The thread takes the interpreter back.
    Reenter,
}

/// What the inline function of the C API does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// It calls the context's function with the same arguments and returns the result.
    Forwards,
    /// It returns this constant. The context's function returns nothing.
    Returns(String),
    /// It is handwritten.
    ByHand,
}

/// How CPython implements a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cpython {
    /// By one call of this C-API function.
    Calls(String),
    /// By returning the struct of a shape.
    Struct,
    /// By a handwritten function in `runtime/universal`.
    ByHand,
}

/// A signature of an extension's functions, which the runtime calls.
#[derive(Debug)]
pub struct Signature {
    /// `noargs`, …: the name after `HPyFunc_`.
    pub name: String,
    /// Its number in `HPyFunc_Signature`.
    pub value: i64,
    /// The later release that added it, if there is one.
    pub since: Option<Release>,
    /// Its C side. `None` if only the number is reserved.
    pub call: Option<SignatureCall>,
}

/// The C side of a [`Signature`].
#[derive(Debug)]
pub struct SignatureCall {
    /// The C type of the result.
    pub result: CType,
    /// The parameters without the context.
    pub params: Vec<Param>,
    /// Whether the context comes first.
    pub context: bool,
    /// Which result means an exception.
    pub error: ErrorProtocol,
    /// Whether `runtime/universal` has a handwritten call.
    pub by_hand: bool,
    /// The flags with which CPython calls methods of this signature. Empty if methods cannot have it.
    pub method: Vec<String>,
}

/// A slot of a type or module.
#[derive(Debug)]
pub struct Slot {
    /// `HPy_nb_add`, …
    pub name: String,
    /// Its number in `HPySlot_Slot`.
    pub value: i64,
    /// The later release that added it, if there is one.
    pub since: Option<Release>,
    /// The name of its signature, after `HPyFunc_`.
    pub signature: String,
    /// The CPython slot that it stands for, or by hand.
    pub cpython: Cpython,
}

/// A C enum.
#[derive(Debug)]
pub struct Enum {
    /// Its C name.
    pub name: String,
    /// The doc comment for the header.
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
    /// The later release that added it, if there is one.
    pub since: Option<Release>,
    /// The doc comment for the header.
    pub doc: Option<String>,
}

/// Where an extension's C struct is inside an object.
#[derive(Debug)]
pub struct Shape {
    /// Its constant in the enum [`SHAPES`].
    pub name: String,
    /// The constant of the built-in type whose subtypes have this shape. `None` if any type may have it.
    pub base: Option<String>,
    /// What precedes the struct.
    pub before: Before,
}

/// What precedes the C struct of an extension.
#[derive(Debug)]
pub enum Before {
    /// Nothing: the struct is at the beginning of the object.
    Nothing,
    /// A CPython struct of this name.
    Struct(String),
    /// The items of the base type. Their number differs between objects.
    Items(Items),
}

/// Where an object stores the number of its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    /// In `ob_size`.
    Size,
    /// As the number of digits of an `int`.
    Digits,
}

/// The enum of shapes. The name of each constant begins with it.
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
    /// The last line before the process ends, if tools compare it with that of hpy 0.9.0.
    pub fatal: Option<String>,
    /// Whether the program goes on by default.
    pub is_warning: bool,
    /// The body of a C function with `ctx`, `self` and `arg` that makes the mistake.
    pub example: String,
    /// The same without the mistake.
    pub mended: Option<String>,
    /// Why the mistake matters.
    pub why: Option<String>,
    /// When the report is a false positive.
    pub wrong: Option<String>,
}

impl Function {
    /// The name of the context member: `ctx_Name` for `HPy_Name`, `ctx_Type_Name` for `HPyType_Name`.
    pub fn member(&self) -> String {
        let name = self.name.strip_prefix('_').unwrap_or(&self.name);
        let name = name.strip_prefix("HPy").unwrap_or(name);
        format!("ctx_{}", name.strip_prefix('_').unwrap_or(name))
    }

    /// Whether the result can mean an exception.
    pub fn can_fail(&self) -> bool {
        self.error != ErrorProtocol::None
    }

    /// Whether the call takes ownership of an argument, or ends it. A call that fails does so as well.
    pub fn takes_arguments(&self) -> bool {
        self.params.iter().any(Param::is_consumed)
    }

    /// Whether a call may set an exception: by its result, or as its purpose.
    pub fn tells_errors(&self) -> bool {
        self.can_fail() || self.raises
    }

    /// The number that means an exception, if it is not the usual one for results of this type.
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

impl SignatureCall {
    /// The array whose length this parameter is, and whether CPython passes the array as a tuple.
    pub fn counted(&self, param: &Param) -> Option<(&Param, bool)> {
        let term = Term::Param(param.name.clone());
        self.params.iter().find_map(|other| match &other.role {
            Role::Array {
                length,
                python_tuple,
            } if length.contains(&term) => Some((other, *python_tuple)),
            _ => None,
        })
    }
}

impl Param {
    /// Whether the call takes ownership of it, or ends it.
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
    /// Its name without the prefix of the enum.
    pub fn short(&self) -> &str {
        let name = self.name.strip_prefix(SHAPES).unwrap_or(&self.name);
        name.strip_prefix('_').unwrap_or(name)
    }
}

impl Spec {
    /// The shape of this name, without the prefix of the enum.
    pub fn shape(&self, short: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.short() == short)
    }

    /// The C name of the type whose items precede the structs of a shape: `PyTuple_Type`.
    pub fn items_of(&self, shape: &Shape) -> Option<&str> {
        let base = shape.base.as_ref()?;
        let base = self.constants.iter().find(|c| c.name == *base)?;
        base.cpython.strip_prefix('&')
    }

    /// The signatures that methods may have, with the flags for CPython.
    pub fn method_signatures(&self) -> impl Iterator<Item = (&Signature, &[String])> {
        self.signatures.iter().filter_map(|signature| {
            let flags = signature.call.as_ref()?.method.as_slice();
            (!flags.is_empty()).then_some((signature, flags))
        })
    }
}

impl Slot {
    /// The CPython slot that a type gets instead. `None` for slots of modules, which CPython numbers separately.
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
    /// The members of the context, by index.
    pub fn members(&self) -> Vec<Member<'_>> {
        let constants = self.constants.iter().map(Member::Constant);
        let functions = self.functions.iter().map(Member::Function);
        let mut members: Vec<_> = constants.chain(functions).collect();
        members.sort_by_key(Member::index);
        members
    }

    /// The test for `expects = "name"`, and the names of what is expected.
    pub fn expected(&self, name: &str) -> Option<(Test<'_>, &Expected)> {
        let constants = self.constants.iter();
        let constants = constants.filter_map(|c| Some((Test::Constant(c), c.expects.as_ref()?)));
        let imported = self.imported.iter();
        let protocols = self.protocols.iter().filter_map(|protocol| {
            let test = match &protocol.test {
                ProtocolTest::Check(check) => {
                    Test::Function(self.functions.iter().find(|f| f.name == *check)?)
                }
                ProtocolTest::Derives(base) => {
                    Test::Derives(self.constants.iter().find(|c| c.name == *base)?)
                }
            };
            Some((test, &protocol.expected))
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

    /// The name of its stanza.
    pub fn name(&self) -> &str {
        match self {
            Member::Constant(constant) => &constant.name,
            Member::Function(function) => &function.name,
        }
    }
}
