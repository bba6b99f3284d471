//! `version.h`: the version of the ABI.

use crate::model::Spec;

pub fn emit(spec: &Spec) -> String {
    let (major, minor) = (spec.abi.major, spec.abi.minor);
    format!(
        "/** Extensions run with contexts of the same version; another one is another ABI. */\n\
         #define HPY_ABI_VERSION {major}\n\
         /** What a context has at least that an extension of this version needs. */\n\
         #define HPY_ABI_VERSION_MINOR {minor}\n\
         /** What the file name of an extension says of its version. */\n\
         #define HPY_ABI_TAG \"hpy{major}\"\n"
    )
}
