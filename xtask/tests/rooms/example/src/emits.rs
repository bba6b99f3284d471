fn emit() -> TokenStream {
    quote!(
        use crate::data::Data;
    )
}
