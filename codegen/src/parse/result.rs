//! `returns = …` and `error = …`.

use super::raw::{RawParams, Stanza};
use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::{ErrorProtocol, Length, Returns, Shape};
use crate::table::Table;

/// Error values that stand for several numbers. Only functions of extensions have them.
pub(super) const RANGES: &[&str] = &["< 0", "!= 0"];

/// The suffix of an error value that also means the end, as for iterators.
const OPTIONAL: &str = ", exception optional";

impl<'a> Stanza<'a, '_> {
    pub(super) fn returns(&self, result: &CType, raw: &RawParams) -> Returns {
        let Some(table) = self.table.table("returns") else {
            return default(result);
        };
        let owner = table.required("owner", table.string("owner"));
        let owner = owner.map_or_else(String::new, |at| {
            let handles = raw.iter().filter(|(ctype, _)| ctype.is_handle());
            let handles = handles.map(|(_, name)| name.as_str());
            let message = format!("the owner `{}` is no handle", at.value);
            table.check_known(&at, handles, &message);
            at.value.to_owned()
        });
        if !result.is_pointer() {
            table.problem(Problem::new(
                table.span.clone(),
                format!("`returns` describes memory, but the C type of the result is `{result}`"),
            ));
        }
        let returns = match table.string("struct") {
            Some(shape) => {
                let known = self.names.shapes.iter().map(Shape::short);
                let message = format!("there is no shape `{}`", shape.value);
                table.check_known(&shape, known, &message);
                Returns::Struct {
                    shape: shape.value.to_owned(),
                    owner,
                }
            }
            None => {
                let (length, terminated) = self.buffer(&table, result, raw);
                Returns::Buffer {
                    owner,
                    length,
                    terminated,
                }
            }
        };
        table.finish();
        returns
    }

    fn buffer(&self, table: &Table<'a>, result: &CType, raw: &RawParams) -> (Length, bool) {
        match table.string("buffer") {
            Some(access) if access.value != "read-only" => {
                table.problem(Problem::new(access.span, "a buffer is `read-only`"));
            }
            Some(_) => {}
            None => table.problem(
                Problem::new(table.span.clone(), "`returns` does not say what it is")
                    .help("expected `buffer = \"read-only\"` or `struct = SHAPE`"),
            ),
        }
        let terminator = table.string("terminator");
        if let Some(at) = terminator.as_ref().filter(|at| at.value != "NUL") {
            table.problem(Problem::new(at.span.clone(), "a buffer ends with `NUL`"));
        }
        let Some(at) = table.string("length") else {
            if result.is_pointer() && !result.is_c_string() {
                let message = format!(
                    "`length` is missing: only that of a string can be counted, not of `{result}`"
                );
                table.problem(Problem::new(table.span.clone(), message));
            }
            return (Length::CString, true);
        };
        let length = self.buffer_length(&at, raw);
        (length, terminator.is_some())
    }

    pub(super) fn error(&self, result: &CType, ranges: &[&str]) -> ErrorProtocol {
        let at = self.table.string("error");
        let text = match &at {
            Some(at) => at.value,
            None if result.is_void() || result.is_resource() => "none",
            None if result.is_handle() || result.is_pointer() => "NULL",
            None => "-1",
        };
        if text == "none" {
            return ErrorProtocol::None;
        }
        // Allowed for functions of extensions, not for functions of the API.
        let optional = text.strip_suffix(OPTIONAL).filter(|_| !ranges.is_empty());
        let (value, checked) = match (optional, text.strip_suffix(" and check")) {
            (Some(value), _) => (value, false),
            (None, Some(value)) => (value, true),
            (None, None) => (text, false),
        };
        let is_null = value == "NULL" && (result.is_handle() || result.is_pointer());
        let fits = |number: i64| match result {
            result if result.is_integer() => result.holds(number),
            result if result.is_resource() => number == 0,
            result => !(result.is_bool() || result.is_handle() || result.is_void()),
        };
        let is_number = value.parse().is_ok_and(fits)
            || (ranges.contains(&value) && result.is_integer() && !result.is_unsigned());
        if !is_null && !is_number {
            let message =
                format!("a result of the C type `{result}` cannot tell of an error by `{value}`");
            let ranges: String = ranges
                .iter()
                .map(|range| format!("\"{range}\", "))
                .collect();
            let help = format!(
                "expected \"NULL\", a number such as \"-1\", {ranges}\"... and check\", or \"none\""
            );
            let span = at.map_or_else(|| self.table.span_of("c"), |at| at.span);
            self.table.problem(Problem::new(span, message).help(help));
        }
        if checked {
            ErrorProtocol::ValueAndCheck(value.to_owned())
        } else {
            ErrorProtocol::Value(text.to_owned())
        }
    }
}

fn default(result: &CType) -> Returns {
    if result.is_void() {
        Returns::Nothing
    } else if result.is_handle() {
        Returns::Handle
    } else if result.is_resource() {
        Returns::Resource
    } else {
        Returns::Plain
    }
}
