/* Definitions: the methods, slots, members and attributes of types and modules. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYDEF_H
#define HPY_UNIVERSAL_HPYDEF_H

_HPy_BEGIN_DECLS

#include "hpy/autogen/slots.h"

/** A function of the extension; a signature or slot beside it tells the real type. */
typedef void *(*HPyCFunction)();

/* By way of the one type that compilers let any function be cast to. */
#define _HPy_CFUNCTION(f) ((HPyCFunction)(void (*)(void))(f))
#define _HPy_PYCFUNCTION(f) ((cpy_PyCFunction)(void (*)(void))(f))

/** A slot. HPyDef_SLOT fills it in. */
typedef struct {
    /** Which one. */
    HPySlot_Slot slot;
    /** The extension's function. */
    HPyCFunction impl;
    /** What CPython calls. */
    cpy_PyCFunction cpy_trampoline;
} HPySlot;

/** A method. HPyDef_METH fills it in. */
typedef struct {
    /** The attribute's name, in UTF-8. */
    const char *name;
    /** The extension's function. */
    HPyCFunction impl;
    /** What CPython calls. */
    cpy_PyCFunction cpy_trampoline;
    /** HPyFunc_NOARGS, HPyFunc_O, HPyFunc_VARARGS or HPyFunc_KEYWORDS. */
    HPyFunc_Signature signature;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyMeth;

/** An attribute that is a variable in the C struct. HPyDef_MEMBER fills it in. */
typedef struct {
    /** The attribute's name, in UTF-8. */
    const char *name;
    /** The type of the variable. */
    HPyMember_FieldType type;
    /** Its bytes from the start of the struct, as `offsetof` gives them. */
    HPy_ssize_t offset;
    /** Whether Python cannot assign to it. */
    int readonly;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyMember;

/** An attribute with functions of its own. HPyDef_GET, HPyDef_SET and HPyDef_GETSET fill it in. */
typedef struct {
    /** The attribute's name, in UTF-8. */
    const char *name;
    /** The extension's function to read it, or NULL. */
    HPyCFunction getter_impl;
    /** The extension's function to assign to it, or NULL. */
    HPyCFunction setter_impl;
    /** What CPython calls to read it, or NULL. */
    cpy_getter getter_cpy_trampoline;
    /** What CPython calls to assign to it, or NULL. */
    cpy_setter setter_cpy_trampoline;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
    /** Passed to both functions. */
    void *closure;
} HPyGetSet;

/** A definition of any kind, for `.defines` of a type or module. */
typedef struct {
    /** Which part of the union it is. */
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

/** What is called when a capsule dies. HPyCapsule_DESTRUCTOR fills it in. */
typedef struct {
    /** What CPython calls. */
    cpy_PyCapsule_Destructor cpy_trampoline;
    /** The extension's function. */
    HPyFunc_Capsule_Destructor impl;
} HPyCapsule_Destructor;

/** What is called when an object is called. HPyDef_CALL_FUNCTION fills it in. */
typedef struct {
    /** What CPython calls. */
    cpy_vectorcallfunc cpy_trampoline;
    /** The extension's function. */
    HPyFunc_keywords impl;
} HPyCallFunction;

/* Hidden, so that SYM is not mistaken for another library's symbol of that name, such as `glob` of the C library. */
#define _HPyDef_DEFINE(SYM) _HPy_HIDDEN HPyDef SYM

/** The signature of a slot's function. */
#define HPySlot_SIG(SLOT) _HPySlot_SIG__##SLOT

/** Defines the slot SLOT as `HPyDef SYM`. Its function SYM_impl, which it declares, is to be written behind it. */
#define HPyDef_SLOT(SYM, SLOT) HPyDef_SLOT_IMPL(SYM, SYM##_impl, SLOT)

/** HPyDef_SLOT with a function of another name. */
#define HPyDef_SLOT_IMPL(SYM, IMPL, SLOT)                                                                              \
    enum { SYM##_slot = SLOT };                                                                                        \
    _HPyDef_SLOT(SYM, IMPL, SLOT, HPySlot_SIG(SLOT))

#define _HPyDef_SLOT(SYM, IMPL, SLOT, SIG) _HPyFunc_CHOOSE(_HPyDef_SLOT_, SIG)(SYM, IMPL, SLOT, SIG)

#define _HPyDef_SLOT_known(SYM, IMPL, SLOT, SIG)                                                                       \
    _HPySlot_NEEDS__##SLOT                                                                                             \
    HPyFunc_DECLARE(IMPL, SIG);                                                                                        \
    HPyFunc_TRAMPOLINE(SYM##_trampoline, IMPL, SIG)                                                                    \
    _HPyDef_DEFINE(SYM) = {HPyDef_Kind_Slot, {{SLOT, _HPy_CFUNCTION(IMPL), _HPy_PYCFUNCTION(SYM##_trampoline)}}};

/* The compiler has named the slot: nothing shall follow from it that names it again. */
#define _HPyDef_SLOT_unknown(SYM, IMPL, SLOT, SIG) _HPyDef_DEFINE(SYM);

/**
 * Defines a method as `HPyDef SYM`. Its function SYM_impl, which it declares, is to be written behind it.
 * @param NAME the attribute's name, in UTF-8
 * @param SIG HPyFunc_NOARGS, HPyFunc_O, HPyFunc_VARARGS or HPyFunc_KEYWORDS
 * @param ... `.doc =` may follow
 */
#define HPyDef_METH(SYM, NAME, ...) HPyDef_METH_IMPL(SYM, NAME, SYM##_impl, __VA_ARGS__)

/** HPyDef_METH with a function of another name. */
#define HPyDef_METH_IMPL(SYM, NAME, IMPL, ...) _HPyDef_METH(SYM, NAME, IMPL, __VA_ARGS__, )

/* ISO C wants an argument for `...`, which an empty one is. */
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
 * Defines an attribute that is a variable in the C struct as `HPyDef SYM`.
 * @param NAME the attribute's name, in UTF-8
 * @param TYPE the type of the variable, an HPyMember_FieldType
 * @param OFFSET its bytes from the start of the struct, as `offsetof` gives them
 * @param ... `.readonly =` and `.doc =` may follow
 */
#define HPyDef_MEMBER(SYM, NAME, TYPE, ...) _HPyDef_MEMBER(SYM, NAME, TYPE, __VA_ARGS__, )

#define _HPyDef_MEMBER(SYM, NAME, TYPE, OFFSET, ...)                                                                   \
    _HPyDef(SYM, HPyDef_Kind_Member, .member = {.name = NAME, .type = TYPE, .offset = (HPy_ssize_t)(OFFSET), __VA_ARGS__})

/**
 * Defines an attribute that can be read as `HPyDef SYM`. Its function SYM_get, which it declares, is to be written
 * behind it.
 * @param NAME the attribute's name, in UTF-8
 * @param ... `.doc =` and `.closure =` may follow
 */
#define HPyDef_GET(SYM, ...) _HPyDef_GET(SYM, SYM##_get, __VA_ARGS__, )

/** HPyDef_GET with a function of another name. */
#define HPyDef_GET_IMPL(SYM, NAME, ...) _HPyDef_GET_IMPL(SYM, NAME, __VA_ARGS__, )

#define _HPyDef_GET_IMPL(SYM, NAME, GETIMPL, ...) _HPyDef_GET(SYM, GETIMPL, NAME, __VA_ARGS__)

#define _HPyDef_GET(SYM, GETIMPL, NAME, ...)                                                                           \
    _HPyDef_GETTER(SYM, GETIMPL)                                                                                       \
    _HPyDef(SYM, HPyDef_Kind_GetSet,                                                                                   \
            .getset = {.name = NAME, .getter_impl = _HPy_CFUNCTION(GETIMPL),                                           \
                       .getter_cpy_trampoline = SYM##_get_trampoline, __VA_ARGS__})

/** HPyDef_GET for an attribute that can be assigned to and not read. Its function is SYM_set. */
#define HPyDef_SET(SYM, ...) _HPyDef_SET(SYM, SYM##_set, __VA_ARGS__, )

/** HPyDef_SET with a function of another name. */
#define HPyDef_SET_IMPL(SYM, NAME, ...) _HPyDef_SET_IMPL(SYM, NAME, __VA_ARGS__, )

#define _HPyDef_SET_IMPL(SYM, NAME, SETIMPL, ...) _HPyDef_SET(SYM, SETIMPL, NAME, __VA_ARGS__)

#define _HPyDef_SET(SYM, SETIMPL, NAME, ...)                                                                           \
    _HPyDef_SETTER(SYM, SETIMPL)                                                                                       \
    _HPyDef(SYM, HPyDef_Kind_GetSet,                                                                                   \
            .getset = {.name = NAME, .setter_impl = _HPy_CFUNCTION(SETIMPL),                                           \
                       .setter_cpy_trampoline = SYM##_set_trampoline, __VA_ARGS__})

/** HPyDef_GET for an attribute that can be read and assigned to. Its functions are SYM_get and SYM_set. */
#define HPyDef_GETSET(SYM, ...) _HPyDef_GETSET(SYM, SYM##_get, SYM##_set, __VA_ARGS__, )

/** HPyDef_GETSET with functions of other names. */
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

/** Defines the destructor of a capsule as `static HPyCapsule_Destructor SYM`. Its function SYM_impl is to be written
    behind it. */
#define HPyCapsule_DESTRUCTOR(SYM)                                                                                     \
    static void SYM##_impl(const char *name, void *pointer, void *context);                                            \
    HPyCapsule_DESTRUCTOR_TRAMPOLINE(SYM##_trampoline, SYM##_impl)                                                     \
    static HPyCapsule_Destructor SYM = {SYM##_trampoline, SYM##_impl};

/** Defines what HPy_SetCallFunction takes as `static HPyCallFunction SYM`. Its function SYM_impl, of signature
    HPyFunc_KEYWORDS, is to be written behind it. */
#define HPyDef_CALL_FUNCTION(SYM)                                                                                      \
    HPyFunc_DECLARE(SYM##_impl, HPyFunc_KEYWORDS);                                                                     \
    HPyFunc_TRAMPOLINE(SYM##_trampoline, SYM##_impl, HPyFunc_KEYWORDS)                                                 \
    static HPyCallFunction SYM = {SYM##_trampoline, SYM##_impl};

_HPy_END_DECLS

#endif
