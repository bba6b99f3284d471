fn print() {
    println!("{}", size_of_val(&crate::data::empty!()));
}
