//! The opaque one-word values of the ABI. C passes each as a struct of one `intptr_t`, which the
//! System V and Windows x86-64 calling conventions treat exactly like the integer itself.

macro_rules! word {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[repr(transparent)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name {
            /// The raw word; its meaning belongs to the context that made it.
            pub _i: isize,
        }

        impl $name {
            /// The null value of this type.
            pub const NULL: Self = Self { _i: 0 };

            /// Whether this is the null value.
            #[inline(always)]
            pub const fn is_null(self) -> bool {
                self._i == 0
            }
        }
    };
}

word! {
    /// A handle to a Python object.
    HPy
}
word! {
    /// A reference to an object stored in another object's memory.
    HPyField
}
word! {
    /// A reference to an object stored in a C global.
    HPyGlobal
}
word! {
    /// What `HPy_LeavePythonExecution` returns and `HPy_ReenterPythonExecution` takes.
    HPyThreadState
}
