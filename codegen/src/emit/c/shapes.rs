//! `cpython_shapes.h`: where the structs of each shape are, for types of the CPython ABI.

use super::cpython_tables::{case, switch};
use crate::model::*;

pub fn emit(spec: &Spec) -> String {
    let shapes = || spec.shapes.iter();
    let headers = shapes().filter_map(|shape| Some(case(&shape.name, &header(shape)?)));
    let types = shapes().filter_map(|shape| match shape.before {
        Before::Items(_) => Some(case(&shape.name, &format!("&{}", spec.items_of(shape)?))),
        _ => None,
    });
    let structs = shapes().filter_map(|shape| match shape.before {
        Before::Items(_) => Some(case(&shape.name, &struct_in(shape, spec, "object"))),
        _ => None,
    });
    [
        switch(
            "Bytes in front of the struct; -1 where these are items, and for a number that is no shape.",
            "Py_ssize_t _HPy_fixed_header(HPyType_BuiltinShape shape)",
            "shape",
            headers,
            "-1",
        ),
        switch(
            "The built-in type behind whose items structs of a shape stand, or NULL.",
            "PyTypeObject *_HPy_type_with_items(HPyType_BuiltinShape shape)",
            "shape",
            types,
            "NULL",
        ),
        switch(
            "The struct of an object whose type has this shape. Behind items the header does not count.",
            "void *_HPy_struct_of(HPyType_BuiltinShape shape, Py_ssize_t header, PyObject *object)",
            "shape",
            structs,
            "(char *)object + header",
        ),
    ]
    .join("\n")
}

/// A C expression for the struct of an object.
pub fn struct_in(shape: &Shape, spec: &Spec, object: &str) -> String {
    let Before::Items(items) = shape.before else {
        let header = header(shape).unwrap_or_default();
        return format!("(char *){object} + {header}");
    };
    let count = match items {
        Items::Size => "_HPy_item_count",
        Items::Digits => "_HPy_digit_count",
    };
    let builtin = spec.items_of(shape).unwrap_or_default();
    format!("_HPy_behind_items({object}, &{builtin}, {count}({object}))")
}

/// The number of bytes before the struct. `None` if it differs between objects.
fn header(shape: &Shape) -> Option<String> {
    match &shape.before {
        Before::Nothing => Some("0".to_owned()),
        Before::Struct(name) => Some(format!("_HPy_ALIGN(sizeof({name}))")),
        Before::Items(_) => None,
    }
}
