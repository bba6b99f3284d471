//! `resources.h`: the builders and trackers.

use crate::model::{Resource, Spec};

pub fn emit(spec: &Spec) -> String {
    spec.resources.iter().map(declaration).collect()
}

fn declaration(resource: &Resource) -> String {
    format!(
        "/** Made by one function of the API, used by others, and ended by exactly one call. */\n\
         typedef struct {{ intptr_t _i; }} {};\n",
        resource.name
    )
}
