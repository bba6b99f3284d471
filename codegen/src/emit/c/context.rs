//! `universal_ctx.h`, `cpython_ctx.h`, `cpython_constants.h`: the context of each ABI.

use super::{before_name, with_context};
use crate::model::*;

/// The struct that the universal ABI fixes.
pub fn universal(spec: &Spec) -> String {
    let mut text = String::from(
        "/** What an extension calls the interpreter through. Members are added at the end only. */\n\
         struct _HPyContext_s {\n    /** Which context this is; for debugging. */\n    const char *name;\n    \
         /** The implementation's own. */\n    void *_private;\n    /** Its `HPY_ABI_VERSION`. */\n    \
         int abi_version;\n",
    );
    for member in spec.members() {
        let line = match member {
            Member::Constant(constant) => format!("    HPy {};\n", constant.name),
            Member::Function(function) => format!(
                "    {}(*{})({});\n",
                before_name(&function.result),
                function.member(),
                with_context(&function.params)
            ),
        };
        text.push_str(&line);
    }
    text.push_str("};\n");
    text
}

/// The struct of the CPython ABI, whose functions are not called through it.
pub fn cpython(spec: &Spec) -> String {
    let mut text = String::from(
        "/** The constants of the context. No two extensions share it. */\n\
         struct _HPyContext_s {\n    /** Which context this is; for debugging. */\n    const char *name;\n    \
         /** Its `HPY_ABI_VERSION`. */\n    int abi_version;\n",
    );
    for constant in constants(spec) {
        text.push_str(&format!("    HPy {};\n", constant.name));
    }
    text.push_str("};\n");
    text
}

/// What fills that struct in.
pub fn cpython_constants(spec: &Spec) -> String {
    let mut text = String::from(
        "/** Fills in the constants, each a borrowed reference. */\n\
         static inline void _HPyContext_fill_constants(HPyContext *ctx) {\n",
    );
    for constant in constants(spec) {
        text.push_str(&format!(
            "    ctx->{} = _py2h((PyObject *){});\n",
            constant.name, constant.cpython
        ));
    }
    text.push_str("}\n");
    text
}

fn constants(spec: &Spec) -> impl Iterator<Item = &Constant> {
    spec.members()
        .into_iter()
        .filter_map(|member| match member {
            Member::Constant(constant) => Some(constant),
            Member::Function(_) => None,
        })
}
