//! Describes the model in words, for people.

use crate::ctype::CType;
use crate::model::*;

/// `int (HPy obj, HPy key)`.
pub fn signature(result: &CType, params: &[Param]) -> String {
    let params: Vec<String> = params.iter().map(declaration).collect();
    let params = if params.is_empty() {
        "void".to_owned()
    } else {
        params.join(", ")
    };
    format!("{result} ({params})")
}

/// `const char *name`.
pub fn declaration(param: &Param) -> String {
    let space = if param.ctype.pointers > 0 { "" } else { " " };
    format!("{}{space}{}", param.ctype, param.name)
}

/// The role of an argument.
pub fn role(param: &Param, spec: &Spec) -> String {
    let null_if = param.limits.null_if.as_ref();
    let or_null = match null_if {
        Some(number) => &format!(" or NULL where `{number}` is 0"),
        None if param.nullable => " or NULL",
        None => "",
    };
    if let Some(least) = param.limits.at_least {
        return format!("number of items, at least {least}");
    }
    if let Some(of) = &param.limits.one_of {
        return format!("one of the constants of `{of}`");
    }
    if param.limits.made {
        return format!("handle{or_null}, a type that an extension has made");
    }
    if param.limits.called {
        return format!("handle{or_null}, an object that HPy's call protocol calls");
    }
    match &param.role {
        Role::Handle { expects, kept_by } => {
            let expected = expects.as_ref().and_then(|name| spec.expected(name));
            let expected = expected.map_or(String::new(), |(_, e)| format!(", must be {}", e.noun));
            let items = param.limits.items.as_ref();
            let items = items.and_then(|name| spec.expected(name));
            let items = items.map_or(String::new(), |(_, e)| format!(", each item {}", e.noun));
            let kept = kept_by.as_ref();
            let kept = kept.map_or(String::new(), |by| format!(", closed with `{by}`"));
            format!("handle{or_null}{expected}{items}{kept}")
        }
        Role::ConsumedHandle => format!("handle{or_null}, the call closes it"),
        Role::Array { length, .. } => format!("array of {} handles", sum(length)),
        Role::HandleList { field, until } => {
            format!(
                "structs with a handle in `{field}`, until `{until}` is 0{}",
                or(or_null)
            )
        }
        Role::OutHandle => format!("the call stores a new handle there{}", or(or_null)),
        Role::Out => format!("the call stores a result there{}", or(or_null)),
        Role::Resource {
            consumed,
            forgets,
            closes,
            complete,
        } => {
            let ends = if *consumed { ", the call ends it" } else { "" };
            let forgets = if *forgets {
                ", it forgets its handles"
            } else {
                ""
            };
            let closes = if *closes {
                " and closes its handles"
            } else {
                ""
            };
            let complete = if *complete { ", every item set" } else { "" };
            let kind = resource(&param.ctype);
            format!("{kind}{or_null}{ends}{closes}{forgets}{complete}")
        }
        Role::Capacity => "number of items".to_owned(),
        Role::Item { of } => format!("position of an item of `{of}`, set once"),
        Role::Storage { owner, stores } => {
            let place = match owner {
                Some(owner) => format!("a field of `{owner}`"),
                None => "a global".to_owned(),
            };
            match stores {
                Some(handle) => format!("{place}, gets the object of `{handle}`"),
                None => place,
            }
        }
        Role::TypeSpec => "description of a type".to_owned(),
        Role::StructOut(field) => format!("struct that gets a new handle in `{field}`"),
        Role::StructIn(field) => format!("struct with a handle in `{field}`"),
        Role::Plain if param.ctype.is_c_string() => format!("string{or_null}"),
        Role::Plain if param.ctype.is_pointer() => format!("pointer{or_null}"),
        Role::Plain => "value".to_owned(),
    }
}

fn or(or_null: &str) -> &str {
    if or_null.is_empty() {
        ""
    } else {
        "; NULL is allowed"
    }
}

/// Which values of an argument are checked. `None` if all are.
pub fn checked_where(param: &Param) -> Option<String> {
    match &param.limits.null_if {
        Some(number) => Some(format!("if `{number}` is not 0")),
        None => param.nullable.then(|| "if it is not NULL".to_owned()),
    }
}

/// What the context argument of this function is.
pub fn context(function: &Function) -> &'static str {
    match function.interpreter {
        Some(Interpreter::Reenter) => "the context of this call, which has left",
        _ => "the context of this call",
    }
}

/// Why an argument is not checked.
pub fn why_unchecked(param: &Param) -> &'static str {
    match &param.role {
        Role::Storage { .. } => "only the interpreter can tell what it holds",
        _ if param.ctype.is_pointer() => "NULL is allowed, and C does not say what it points to",
        _ if param.ctype.is_opaque() => "only the interpreter can tell what it means",
        _ => "CPython validates it",
    }
}

/// What the caller gets, and how long it lives.
pub fn returns(function: &Function) -> String {
    match &function.returns {
        Returns::Nothing => "nothing".to_owned(),
        Returns::Handle => "a new handle: the caller closes it".to_owned(),
        Returns::Resource => format!("a new {}: the caller ends it", resource(&function.result)),
        Returns::Buffer {
            owner,
            length,
            terminated,
        } => {
            let items = items(length, &function.result);
            let nul = if *terminated { " and a NUL" } else { "" };
            format!("read-only memory, {items}{nul}, until `{owner}` is closed")
        }
        Returns::Struct { shape, owner } => {
            format!(
                "the C struct of `{owner}`, whose shape is {shape}, as long as the object lives"
            )
        }
        Returns::Plain if function.result.is_pointer() => "a pointer".to_owned(),
        Returns::Plain => "a value".to_owned(),
    }
}

/// Which result means an exception.
pub fn error(protocol: &ErrorProtocol) -> String {
    match protocol {
        ErrorProtocol::None => "cannot fail".to_owned(),
        ErrorProtocol::Value(value) => format!("{value} means an exception"),
        ErrorProtocol::ValueAndCheck(value) => format!("{value} may mean an exception"),
    }
}

/// The exception that `hpy.debug.fail` makes a function fail with.
pub fn fails(function: &Function) -> &str {
    match &function.fails {
        Some(constant) => constant,
        None if function.can_fail() => "MemoryError",
        None => "nothing",
    }
}

/// What a function does with the pending exception.
pub fn handles(handles: Option<Handles>) -> &'static str {
    match handles {
        None => "no",
        Some(Handles::Matches) => "matches",
        Some(Handles::Clears) => "clears",
    }
}

/// How CPython implements it.
pub fn cpython(cpython: &Cpython) -> &str {
    match cpython {
        Cpython::Calls(function) => function,
        Cpython::Struct => "what the shape says",
        Cpython::ByHand => "by hand",
    }
}

/// What precedes the structs of a shape.
pub fn before(shape: &Shape) -> String {
    let base = shape.base.as_deref().unwrap_or("any type");
    match &shape.before {
        Before::Nothing => "nothing".to_owned(),
        Before::Struct(name) => format!("{name}, of {base}"),
        Before::Items(_) => format!("the items, of {base}"),
    }
}

/// A number of items.
pub fn length(length: &Length) -> String {
    match length {
        Length::Sum(terms) => sum(terms),
        Length::Out(name) => format!("`*{name}`"),
        Length::Function(function, argument) => format!("`{function}({argument})`"),
        Length::CString => "strlen".to_owned(),
    }
}

fn sum(terms: &[Term]) -> String {
    let terms = terms.iter().map(|term| match term {
        Term::Param(name) => name.clone(),
        Term::LengthOf(name) => format!("len({name})"),
    });
    format!("`{}`", terms.collect::<Vec<_>>().join(" + "))
}

fn items(length: &Length, memory: &CType) -> String {
    let is_bytes = ["char", "void"].contains(&memory.base.as_str());
    match length {
        Length::CString => "a string".to_owned(),
        other if is_bytes => format!("{} bytes", self::length(other)),
        other => format!("{} items", self::length(other)),
    }
}

/// `HPyListBuilder` becomes `list builder`.
fn resource(ctype: &CType) -> String {
    let name = ctype.base.trim_start_matches("HPy");
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// How a call changes the state of the interpreter.
pub fn interpreter(interpreter: Option<Interpreter>) -> &'static str {
    match interpreter {
        None => "stays",
        Some(Interpreter::Leave) => "leaves",
        Some(Interpreter::Reenter) => "re-enters",
    }
}

/// What the inline function of the C API does.
pub fn inline(inline: &Inline) -> &str {
    match inline {
        Inline::Forwards => "forwards",
        Inline::Returns(constant) => constant,
        Inline::ByHand => "by hand",
    }
}

/// A function's index in the context, and the later release that added it.
pub fn place(function: &Function) -> String {
    let since = function.since.as_ref();
    let since = since.map_or(String::new(), |release| {
        format!(", since HPy {}", release.version)
    });
    format!("index {}{since}", function.index)
}
