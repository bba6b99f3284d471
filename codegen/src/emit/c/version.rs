//! `version.h`: the version of the ABI.

use crate::model::{Release, Spec};

pub fn emit(spec: &Spec) -> String {
    let (major, minor) = (spec.abi.major, spec.abi.minor);
    let mut later: String = spec.abi.later.iter().map(release).collect();
    later.push_str(
        "/* What an extension needs at least that defines HPY_MINIMAL_VERSION. */\n\
         #ifndef HPY_MINIMAL_VERSION\n#  define _HPY_MINIMAL_MINOR HPY_ABI_VERSION_MINOR\n",
    );
    for Release { version, minor } in spec.abi.later.iter().rev() {
        let name = version.replace('.', "_");
        later.push_str(&format!(
            "#elif HPY_MINIMAL_VERSION >= HPY_VERSION_{name}\n#  define _HPY_MINIMAL_MINOR {minor}\n"
        ));
    }
    later.push_str("#else\n#  define _HPY_MINIMAL_MINOR HPY_ABI_VERSION_MINOR\n#endif\n");
    format!(
        "/** Extensions run with contexts of the same version; another one is another ABI. */\n\
         #define HPY_ABI_VERSION {major}\n\
         /** What a context has at least that an extension of this version needs. */\n\
         #define HPY_ABI_VERSION_MINOR {minor}\n\
         /** What the file name of an extension says of its version. */\n\
         #define HPY_ABI_TAG \"hpy{major}\"\n{later}"
    )
}

fn release(release: &Release) -> String {
    let Release { version, minor } = release;
    let (name, number) = (version.replace('.', "_"), release.number());
    format!(
        "/** HPy {version}, for HPY_MINIMAL_VERSION. */\n\
         #define HPY_VERSION_{name} 0x{number:06x}\n\
         #define _HPY_MINOR_OF_{name} {minor}\n"
    )
}
