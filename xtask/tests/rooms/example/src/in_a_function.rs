fn make() {
    use super::data::data as make;
    make();
}
