/* Definitions: the methods, slots, members and attributes of types and modules. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYDEF_H
#define HPY_UNIVERSAL_HPYDEF_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/slots.h"

/** A function of the extension. Its real type follows from the signature or slot in the same struct. */
typedef void *(*HPyCFunction)();

/* Casts through the one function type that compilers allow to cast any function to without a warning. */
#define _HPy_CFUNCTION(f) ((HPyCFunction)(void (*)(void))(f))
#define _HPy_PYCFUNCTION(f) ((cpy_PyCFunction)(void (*)(void))(f))

/** A slot. Use HPyDef_SLOT to define one. */
typedef struct {
    /** The slot. */
    HPySlot_Slot slot;
    /** The extension's function. */
    HPyCFunction impl;
    /** The function that CPython calls. */
    cpy_PyCFunction cpy_trampoline;
} HPySlot;

/** A method. Use HPyDef_METH to define one. */
typedef struct {
    /** The attribute's name, in UTF-8. */
    const char *name;
    /** The extension's function. */
    HPyCFunction impl;
    /** The function that CPython calls. */
    cpy_PyCFunction cpy_trampoline;
    /** HPyFunc_NOARGS, HPyFunc_O, HPyFunc_VARARGS or HPyFunc_KEYWORDS. */
    HPyFunc_Signature signature;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyMeth;

/** An attribute that is a variable in the C struct. Use HPyDef_MEMBER to define one. */
typedef struct {
    /** The attribute's name, in UTF-8. */
    const char *name;
    /** The type of the variable. */
    HPyMember_FieldType type;
    /** The offset of the variable in the struct, in bytes: `offsetof`. */
    HPy_ssize_t offset;
    /** Whether assignments from Python are refused. */
    int readonly;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyMember;

/** An attribute with getter and setter functions. Use HPyDef_GET, HPyDef_SET or HPyDef_GETSET to define one. */
typedef struct {
    /** The attribute's name, in UTF-8. */
    const char *name;
    /** The extension's getter, or NULL. */
    HPyCFunction getter_impl;
    /** The extension's setter, or NULL. */
    HPyCFunction setter_impl;
    /** The getter that CPython calls, or NULL. */
    cpy_getter getter_cpy_trampoline;
    /** The setter that CPython calls, or NULL. */
    cpy_setter setter_cpy_trampoline;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
    /** Passed to both functions. */
    void *closure;
} HPyGetSet;

/** A definition of any kind, for `.defines` of a type or module. */
typedef struct {
    /** The kind, which says which part of the union is valid. */
    HPyDef_Kind kind;
    union {
        /** For HPyDef_Kind_Slot. */
        HPySlot slot;
        /** For HPyDef_Kind_Meth. */
        HPyMeth meth;
        /** For HPyDef_Kind_Member. */
        HPyMember member;
        /** For HPyDef_Kind_GetSet. */
        HPyGetSet getset;
    };
} HPyDef;

/** The destructor of a capsule. Use HPyCapsule_DESTRUCTOR to define one. */
typedef struct {
    /** The function that CPython calls. */
    cpy_PyCapsule_Destructor cpy_trampoline;
    /** The extension's function. */
    HPyFunc_Capsule_Destructor impl;
} HPyCapsule_Destructor;

/** The function that runs when an object is called. Use HPyDef_CALL_FUNCTION to define one. */
typedef struct {
    /** The function that CPython calls. */
    cpy_vectorcallfunc cpy_trampoline;
    /** The extension's function. */
    HPyFunc_keywords impl;
} HPyCallFunction;

/* Hidden symbols: otherwise SYM could resolve to another library's symbol of the same name, such as libc's `glob`. */
#define _HPyDef_DEFINE(SYM) _HPy_HIDDEN HPyDef SYM

/** The signature of a slot's function. */
#define HPySlot_SIG(SLOT) _HPySlot_SIG__##SLOT

/** Defines `HPyDef SYM` for the slot SLOT and declares the function SYM_impl. Define that function after it. */
#define HPyDef_SLOT(SYM, SLOT) HPyDef_SLOT_IMPL(SYM, SYM##_impl, SLOT)

/** Like HPyDef_SLOT, with a function of another name. */
#define HPyDef_SLOT_IMPL(SYM, IMPL, SLOT)                                                                              \
    enum { SYM##_slot = SLOT };                                                                                        \
    _HPyDef_SLOT(SYM, IMPL, SLOT, HPySlot_SIG(SLOT))

#define _HPyDef_SLOT(SYM, IMPL, SLOT, SIG) _HPyFunc_CHOOSE(_HPyDef_SLOT_, SIG)(SYM, IMPL, SLOT, SIG)

#define _HPyDef_SLOT_known(SYM, IMPL, SLOT, SIG)                                                                       \
    _HPySlot_NEEDS__##SLOT                                                                                             \
    HPyFunc_DECLARE(IMPL, SIG);                                                                                        \
    HPyFunc_TRAMPOLINE(SYM##_trampoline, IMPL, SIG)                                                                    \
    _HPyDef_DEFINE(SYM) = {HPyDef_Kind_Slot, {{SLOT, _HPy_CFUNCTION(IMPL), _HPy_PYCFUNCTION(SYM##_trampoline)}}};

/* The compiler has reported the unknown slot. This avoids more errors about the same slot. */
#define _HPyDef_SLOT_unknown(SYM, IMPL, SLOT, SIG) _HPyDef_DEFINE(SYM);

/**
 * Defines the method `HPyDef SYM` and declares the function SYM_impl. Define that function after it.
 * @param NAME the attribute's name, in UTF-8
 * @param SIG HPyFunc_NOARGS, HPyFunc_O, HPyFunc_VARARGS or HPyFunc_KEYWORDS
 * @param ... `.doc =` may follow
 */
#define HPyDef_METH(SYM, NAME, ...) HPyDef_METH_IMPL(SYM, NAME, SYM##_impl, __VA_ARGS__)

/** Like HPyDef_METH, with a function of another name. */
#define HPyDef_METH_IMPL(SYM, NAME, IMPL, ...) _HPyDef_METH(SYM, NAME, IMPL, __VA_ARGS__, )

/* ISO C requires an argument for `...`; an empty one is enough. */
#define _HPyDef_METH(SYM, NAME, IMPL, SIG, ...) _HPyFunc_CHOOSE(_HPyDef_METH_, SIG)(SYM, NAME, IMPL, SIG, __VA_ARGS__)

#define _HPyDef_METH_known(SYM, NAME, IMPL, SIG, ...)                                                                  \
    HPyFunc_DECLARE(IMPL, SIG);                                                                                        \
    HPyFunc_TRAMPOLINE(SYM##_trampoline, IMPL, SIG)                                                                    \
    _HPyDef(SYM, HPyDef_Kind_Meth,                                                                                     \
            .meth = {.name = NAME, .impl = _HPy_CFUNCTION(IMPL),                                                       \
                     .cpy_trampoline = _HPy_PYCFUNCTION(SYM##_trampoline), .signature = SIG, __VA_ARGS__})

#define _HPyDef_METH_unknown(SYM, NAME, IMPL, SIG, ...)                                                                \
    enum { SYM##_sig = SIG };                                                                                          \
    _HPyDef_DEFINE(SYM);

/**
 * Defines `HPyDef SYM`: an attribute that is a variable in the C struct.
 * @param NAME the attribute's name, in UTF-8
 * @param TYPE the type of the variable, an HPyMember_FieldType
 * @param OFFSET the offset of the variable in the struct, in bytes: `offsetof`
 * @param ... `.readonly =` and `.doc =` may follow
 */
#define HPyDef_MEMBER(SYM, NAME, TYPE, ...) _HPyDef_MEMBER(SYM, NAME, TYPE, __VA_ARGS__, )

#define _HPyDef_MEMBER(SYM, NAME, TYPE, OFFSET, ...)                                                                   \
    _HPyDef(SYM, HPyDef_Kind_Member, .member = {.name = NAME, .type = TYPE, .offset = (HPy_ssize_t)(OFFSET), __VA_ARGS__})

/**
 * Defines `HPyDef SYM`, an attribute that can be read, and declares the function SYM_get. Define that function
 * after it.
 * @param NAME the attribute's name, in UTF-8
 * @param ... `.doc =` and `.closure =` may follow
 */
#define HPyDef_GET(SYM, ...) _HPyDef_GET(SYM, SYM##_get, __VA_ARGS__, )

/** Like HPyDef_GET, with a function of another name. */
#define HPyDef_GET_IMPL(SYM, NAME, ...) _HPyDef_GET_IMPL(SYM, NAME, __VA_ARGS__, )

#define _HPyDef_GET_IMPL(SYM, NAME, GETIMPL, ...) _HPyDef_GET(SYM, GETIMPL, NAME, __VA_ARGS__)

#define _HPyDef_GET(SYM, GETIMPL, NAME, ...)                                                                           \
    _HPyDef_GETTER(SYM, GETIMPL)                                                                                       \
    _HPyDef(SYM, HPyDef_Kind_GetSet,                                                                                   \
            .getset = {.name = NAME, .getter_impl = _HPy_CFUNCTION(GETIMPL),                                           \
                       .getter_cpy_trampoline = SYM##_get_trampoline, __VA_ARGS__})

/** Like HPyDef_GET, for an attribute that can be assigned to but not read. The function is SYM_set. */
#define HPyDef_SET(SYM, ...) _HPyDef_SET(SYM, SYM##_set, __VA_ARGS__, )

/** Like HPyDef_SET, with a function of another name. */
#define HPyDef_SET_IMPL(SYM, NAME, ...) _HPyDef_SET_IMPL(SYM, NAME, __VA_ARGS__, )

#define _HPyDef_SET_IMPL(SYM, NAME, SETIMPL, ...) _HPyDef_SET(SYM, SETIMPL, NAME, __VA_ARGS__)

#define _HPyDef_SET(SYM, SETIMPL, NAME, ...)                                                                           \
    _HPyDef_SETTER(SYM, SETIMPL)                                                                                       \
    _HPyDef(SYM, HPyDef_Kind_GetSet,                                                                                   \
            .getset = {.name = NAME, .setter_impl = _HPy_CFUNCTION(SETIMPL),                                           \
                       .setter_cpy_trampoline = SYM##_set_trampoline, __VA_ARGS__})

/** Like HPyDef_GET, for an attribute that can be read and assigned to. The functions are SYM_get and SYM_set. */
#define HPyDef_GETSET(SYM, ...) _HPyDef_GETSET(SYM, SYM##_get, SYM##_set, __VA_ARGS__, )

/** Like HPyDef_GETSET, with functions of other names. */
#define HPyDef_GETSET_IMPL(SYM, NAME, GETIMPL, ...) _HPyDef_GETSET_IMPL(SYM, NAME, GETIMPL, __VA_ARGS__, )

#define _HPyDef_GETSET_IMPL(SYM, NAME, GETIMPL, SETIMPL, ...)                                                          \
    _HPyDef_GETSET(SYM, GETIMPL, SETIMPL, NAME, __VA_ARGS__)

#define _HPyDef_GETSET(SYM, GETIMPL, SETIMPL, NAME, ...)                                                               \
    _HPyDef_GETTER(SYM, GETIMPL)                                                                                       \
    _HPyDef_SETTER(SYM, SETIMPL)                                                                                       \
    _HPyDef(SYM, HPyDef_Kind_GetSet,                                                                                   \
            .getset = {.name = NAME, .getter_impl = _HPy_CFUNCTION(GETIMPL), .setter_impl = _HPy_CFUNCTION(SETIMPL),   \
                       .getter_cpy_trampoline = SYM##_get_trampoline,                                                  \
                       .setter_cpy_trampoline = SYM##_set_trampoline, __VA_ARGS__})

#define _HPyDef_GETTER(SYM, GETIMPL)                                                                                   \
    HPyFunc_DECLARE(GETIMPL, HPyFunc_GETTER);                                                                          \
    HPyFunc_TRAMPOLINE(SYM##_get_trampoline, GETIMPL, HPyFunc_GETTER)

#define _HPyDef_SETTER(SYM, SETIMPL)                                                                                   \
    HPyFunc_DECLARE(SETIMPL, HPyFunc_SETTER);                                                                          \
    HPyFunc_TRAMPOLINE(SYM##_set_trampoline, SETIMPL, HPyFunc_SETTER)

#define _HPyDef(SYM, KIND, ...)                                                                                        \
    _HPy_BEGIN_NAMED_FIELDS                                                                                            \
    _HPyDef_DEFINE(SYM) = {.kind = KIND, __VA_ARGS__};                                                                 \
    _HPy_END_NAMED_FIELDS

/** Defines `static HPyCapsule_Destructor SYM` and declares the function SYM_impl. Define that function
    after it. */
#define HPyCapsule_DESTRUCTOR(SYM)                                                                                     \
    static void SYM##_impl(const char *name, void *pointer, void *context);                                            \
    HPyCapsule_DESTRUCTOR_TRAMPOLINE(SYM##_trampoline, SYM##_impl)                                                     \
    static HPyCapsule_Destructor SYM = {SYM##_trampoline, SYM##_impl};

/** Defines `static HPyCallFunction SYM`, for HPy_SetCallFunction, and declares the function SYM_impl of signature
    HPyFunc_KEYWORDS. Define that function after it. */
#define HPyDef_CALL_FUNCTION(SYM)                                                                                      \
    HPyFunc_DECLARE(SYM##_impl, HPyFunc_KEYWORDS);                                                                     \
    HPyFunc_TRAMPOLINE(SYM##_trampoline, SYM##_impl, HPyFunc_KEYWORDS)                                                 \
    static HPyCallFunction SYM = {SYM##_trampoline, SYM##_impl};

_HPy_END_DECLS

#endif
