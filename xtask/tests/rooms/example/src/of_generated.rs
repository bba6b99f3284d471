use crate::generated;

fn make() {
    generated::made();
}
