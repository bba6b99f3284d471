//! Facts about functions of the API and of extensions.

include!(concat!(env!("OUT_DIR"), "/fail_facts.rs"));
