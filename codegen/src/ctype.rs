//! C types as `api.toml` writes them, and their Rust counterparts.

use std::fmt;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// A C type: a named type with zero or more `*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CType {
    /// The type's name, `HPy`, `char`, …
    pub base: String,
    /// Whether the pointed-to type is `const`.
    pub is_const: bool,
    /// The number of `*`.
    pub pointers: usize,
    /// For builders and trackers: the check that reports a use after their end.
    pub ended: Option<String>,
    /// The underlying type, if the spec declares the name as an alias or an enum.
    pub meaning: Option<Box<CType>>,
}

/// C types whose Rust name differs from their C name.
const SPELLED_DIFFERENTLY: &[(&str, &str)] = &[
    ("void", "c_void"),
    ("char", "c_char"),
    ("signed char", "c_schar"),
    ("unsigned char", "c_uchar"),
    ("short", "c_short"),
    ("unsigned short", "c_ushort"),
    ("int", "c_int"),
    ("unsigned", "c_uint"),
    ("unsigned int", "c_uint"),
    ("long", "c_long"),
    ("unsigned long", "c_ulong"),
    ("long long", "c_longlong"),
    ("unsigned long long", "c_ulonglong"),
    ("float", "f32"),
    ("double", "f64"),
    ("size_t", "usize"),
    ("intptr_t", "isize"),
    ("uintptr_t", "usize"),
    ("int8_t", "i8"),
    ("int16_t", "i16"),
    ("int32_t", "i32"),
    ("int64_t", "i64"),
    ("uint8_t", "u8"),
    ("uint16_t", "u16"),
    ("uint32_t", "u32"),
    ("uint64_t", "u64"),
    ("HPy_ssize_t", "isize"),
    ("HPy_hash_t", "isize"),
    ("HPy_UCS4", "u32"),
];

/// C types that the handwritten part of the ABI crate defines under the same name. Enums and signature types are
/// not listed: they come from the spec.
const ABI_TYPES: &[&str] = &[
    "bool",
    "wchar_t",
    "HPy",
    "HPyField",
    "HPyGlobal",
    "HPyThreadState",
    "HPyCFunction",
    "HPyFunc_visitproc",
];

/// Structs that the ABI crate defines, with those fields that a role may name.
const STRUCTS: &[(&str, &[&str])] = &[
    ("HPyType_Spec", &[]),
    ("HPyType_SpecParam", &["kind", "object"]),
    ("HPyCallFunction", &[]),
    ("HPyCapsule_Destructor", &[]),
    ("HPy_buffer", &["obj"]),
    ("cpy_PyObject", &[]),
];

impl CType {
    /// Reads `const char *`, `HPy`, `unsigned int`, `void **`, …
    pub fn parse(text: &str) -> Option<Self> {
        let pointers = text.matches('*').count();
        let mut words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || c == '*')
            .filter(|word| !word.is_empty())
            .collect();
        let is_const = words.first() == Some(&"const");
        if is_const {
            words.remove(0);
        }
        (!words.is_empty()).then(|| Self {
            base: words.join(" "),
            is_const,
            pointers,
            ended: None,
            meaning: None,
        })
    }

    /// The underlying type and the number of `*`, with all aliases resolved.
    fn real(&self) -> (&str, usize) {
        match &self.meaning {
            Some(meaning) => {
                let (base, pointers) = meaning.real();
                (base, pointers + self.pointers)
            }
            None => (&self.base, self.pointers),
        }
    }

    /// All type names that a spec may use without declaring them.
    pub fn known_names() -> impl Iterator<Item = &'static str> {
        SPELLED_DIFFERENTLY
            .iter()
            .map(|(c, _)| *c)
            .chain(ABI_TYPES.iter().copied())
            .chain(STRUCTS.iter().map(|(name, _)| *name))
    }

    /// The same type without `const`, which does not matter to the ABI.
    pub fn without_const(&self) -> Self {
        Self {
            is_const: false,
            ..self.clone()
        }
    }

    /// Whether it is a pointer to a struct.
    pub fn is_struct_pointer(&self) -> bool {
        let (base, pointers) = self.real();
        pointers == 1 && STRUCTS.iter().any(|(name, _)| *name == base)
    }

    /// Whether it takes more than one step to get to handles, builders or fields: a pointer to a pointer to them, say.
    pub fn leads_to_handles(&self) -> bool {
        let (base, pointers) = self.real();
        let steps = pointers + usize::from(self.ended.is_some());
        steps > 1 && (self.ended.is_some() || ["HPy", "HPyField", "HPyGlobal"].contains(&base))
    }

    /// Whether it is a struct, or a pointer to one, with a field of this name that a role may name.
    pub fn has_field(&self, field: &str) -> bool {
        let (base, _) = self.real();
        let found = STRUCTS.iter().find(|(name, _)| *name == base);
        found.is_some_and(|(_, fields)| fields.contains(&field))
    }

    /// The type that it points to.
    pub fn pointed(&self) -> Option<Self> {
        let pointers = self.pointers.checked_sub(1)?;
        Some(Self {
            pointers,
            ..self.clone()
        })
    }

    /// Whether it is `void`.
    pub fn is_void(&self) -> bool {
        self.real() == ("void", 0)
    }

    /// Whether it is a struct, passed by value.
    pub fn is_struct(&self) -> bool {
        let (base, pointers) = self.real();
        pointers == 0 && STRUCTS.iter().any(|(name, _)| *name == base)
    }

    /// Whether it is a handle, passed by value.
    pub fn is_handle(&self) -> bool {
        self.real() == ("HPy", 0)
    }

    /// Whether it is a pointer to handles.
    pub fn is_handle_pointer(&self) -> bool {
        self.real() == ("HPy", 1)
    }

    /// Whether it is a builder or tracker.
    pub fn is_resource(&self) -> bool {
        self.pointers == 0 && self.ended.is_some()
    }

    /// Whether it is a field or a global, or a pointer to one.
    pub fn is_storage(&self) -> bool {
        ["HPyField", "HPyGlobal"].contains(&self.real().0)
    }

    /// Whether it is `bool`.
    pub fn is_bool(&self) -> bool {
        self.real() == ("bool", 0)
    }

    /// Whether it is an integer type.
    pub fn is_integer(&self) -> bool {
        let (base, pointers) = self.real();
        let others = ["void", "float", "double"];
        pointers == 0
            && !others.contains(&base)
            && SPELLED_DIFFERENTLY.iter().any(|(c, _)| *c == base)
    }

    /// Whether `value` fits into this integer type. For unsigned types, -1 stands for the largest value.
    pub fn holds(&self, value: i64) -> bool {
        let (base, _) = self.real();
        let rust = SPELLED_DIFFERENTLY.iter().find(|(c, _)| *c == base);
        let bits = match rust.map_or(base, |(_, rust)| *rust) {
            "c_char" | "c_schar" | "c_uchar" | "i8" | "u8" => 8,
            "c_short" | "c_ushort" | "i16" | "u16" => 16,
            "c_int" | "c_uint" | "i32" | "u32" => 32,
            _ => 63,
        };
        match self.is_unsigned() {
            true => value == -1 || (value >= 0 && value >> bits == 0),
            false => (value >> (bits - 1)) == value >> 63,
        }
    }

    /// Whether it is an unsigned integer type.
    pub fn is_unsigned(&self) -> bool {
        let (base, _) = self.real();
        let rust = SPELLED_DIFFERENTLY.iter().find(|(c, _)| *c == base);
        self.is_integer()
            && rust.is_some_and(|(_, rust)| rust.trim_start_matches("c_").starts_with('u'))
    }

    /// Whether it is a pointer.
    pub fn is_pointer(&self) -> bool {
        self.real().1 > 0
    }

    /// Whether it is a NUL-terminated string.
    pub fn is_c_string(&self) -> bool {
        self.real() == ("char", 1)
    }

    /// Whether only the interpreter knows what its values mean.
    pub fn is_opaque(&self) -> bool {
        let (base, pointers) = self.real();
        pointers == 0 && base.starts_with("HPy") && ABI_TYPES.contains(&base)
    }

    /// The same type in Rust.
    pub fn rust(&self) -> TokenStream {
        let name = SPELLED_DIFFERENTLY
            .iter()
            .find(|(c, _)| *c == self.base)
            .map_or(self.base.as_str(), |(_, rust)| rust);
        let name = format_ident!("{name}");
        let mut tokens = quote!(#name);
        for level in 0..self.pointers {
            tokens = if level == 0 && self.is_const {
                quote!(*const #tokens)
            } else {
                quote!(*mut #tokens)
            };
        }
        tokens
    }
}

impl fmt::Display for CType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_const {
            f.write_str("const ")?;
        }
        f.write_str(&self.base)?;
        if self.pointers > 0 {
            write!(f, " {}", "*".repeat(self.pointers))?;
        }
        Ok(())
    }
}

/// Splits `RET (TYPE name, TYPE name)` into types and names. `(void)` means no parameters; `...` becomes a parameter.
pub fn parse_signature(text: &str) -> Option<(CType, Vec<(CType, String)>)> {
    let open = text.find('(')?;
    let inside = text[open + 1..].strip_suffix(')')?.trim();
    let result = CType::parse(&text[..open])?;
    if inside == "void" {
        return Some((result, Vec::new()));
    }
    let params = inside
        .split(',')
        .map(|param| {
            let param = param.trim();
            if param == "..." {
                return Some((CType::parse("...")?, param.to_owned()));
            }
            let name_at = param.rfind(|c: char| c.is_whitespace() || c == '*')? + 1;
            let name = &param[name_at..];
            (!name.is_empty()).then_some(())?;
            Some((CType::parse(&param[..name_at])?, name.to_owned()))
        })
        .collect::<Option<Vec<_>>>()?;
    Some((result, params))
}
