use super::room::{self, inner as below};

fn make() {
    below::make();
    room::make();
}
