//! `universal_ctx.h`, `cpython_ctx.h`, `cpython_constants.h`: the context of each ABI.

use super::{before_name, with_context};
use crate::model::*;

/// The context struct of the universal ABI.
pub fn universal(spec: &Spec) -> String {
    let mut text = String::from(
        "/** What an extension calls the interpreter through. Members are added at the end only. */\n\
         struct _HPyContext_s {\n    /** Which context this is; for debugging. */\n    const char *name;\n    \
         /** The implementation's own. */\n    void *_private;\n    /** Its `HPY_ABI_VERSION`. */\n    \
         int abi_version;\n",
    );
    for member in spec.members() {
        let line = match member {
            Member::Constant(constant) => constant_line(constant),
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

/// The context struct of the CPython ABI. Functions are not called through it.
pub fn cpython(spec: &Spec) -> String {
    let mut text = String::from(
        "/** The constants of the context. No two extensions share it. */\n\
         struct _HPyContext_s {\n    /** Which context this is; for debugging. */\n    const char *name;\n    \
         /** Its `HPY_ABI_VERSION`. */\n    int abi_version;\n",
    );
    for constant in constants(spec) {
        text.push_str(&constant_line(constant));
    }
    text.push_str("};\n");
    text
}

/// Fills that struct in.
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

/// A constant of a later release. Nothing notes its use, as no function is called: the extension has to say so itself.
fn constant_line(constant: &Constant) -> String {
    let since = constant.since.as_ref().map_or(String::new(), |release| {
        let (version, name) = (&release.version, release.version.replace('.', "_"));
        format!("    /** Since HPy {version}: define HPY_MINIMAL_VERSION as HPY_VERSION_{name} to use it. */\n")
    });
    format!("{since}    HPy {};\n", constant.name)
}

fn constants(spec: &Spec) -> impl Iterator<Item = &Constant> {
    spec.members()
        .into_iter()
        .filter_map(|member| match member {
            Member::Constant(constant) => Some(constant),
            Member::Function(_) => None,
        })
}
