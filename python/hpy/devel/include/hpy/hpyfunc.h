/* Functions that Python calls in an extension: their types, their declarations, and what stands between. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYFUNC_H
#define HPY_UNIVERSAL_HPYFUNC_H

_HPy_BEGIN_DECLS

/** A view of an object's memory, as CPython's `Py_buffer`. HPy_bf_getbuffer fills it in. */
typedef struct {
    /** The first byte. */
    void *buf;
    /** Who owns the memory: a new handle, which HPy closes when the view is released. */
    HPy obj;
    /** Bytes in all. */
    HPy_ssize_t len;
    /** Bytes of one item. */
    HPy_ssize_t itemsize;
    /** Whether it may not be written to. */
    int readonly;
    /** Dimensions. */
    int ndim;
    /** The type of an item, as the module `struct` writes it. NULL: bytes. */
    char *format;
    /** Items in each dimension. */
    HPy_ssize_t *shape;
    /** Bytes from one item to the next in each dimension. */
    HPy_ssize_t *strides;
    /** Offsets behind pointers, for arrays of pointers. */
    HPy_ssize_t *suboffsets;
    /** The exporter's own. */
    void *internal;
} HPy_buffer;

/** What HPy_tp_traverse is given to visit each field with. A result other than 0 is to be returned at once. */
typedef int (*HPyFunc_visitproc)(HPyField *, void *);

/** Visits a field, in a function for HPy_tp_traverse whose parameters are called `visit` and `arg`. */
#define HPy_VISIT(hpyfield)                                                                                            \
    do {                                                                                                               \
        if (!HPyField_IsNull(*(hpyfield))) {                                                                           \
            int _hpy_stop = visit((hpyfield), arg);                                                                    \
            if (_hpy_stop)                                                                                             \
                return _hpy_stop;                                                                                      \
        }                                                                                                              \
    } while (0)

#include "hpy/autogen/signatures.h"

/** The destructor of a capsule. */
typedef HPyFunc_capsule_destructor HPyFunc_Capsule_Destructor;

/* NAME##known for a signature that there is, NAME##unknown for others. */
#define _HPyFunc_CHOOSE(NAME, SIG) _HPyFunc_THIRD(_HPyFunc_IS_##SIG, NAME##known, NAME##unknown, ~)
#define _HPyFunc_THIRD(...) _HPyFunc_THIRD_OF(__VA_ARGS__)
#define _HPyFunc_THIRD_OF(first, second, third, ...) third

/* The enums below are there for the compiler's message: it names the unknown signature. */

/** Declares the function SYM, which has the signature SIG. */
#define HPyFunc_DECLARE(SYM, SIG)                                                                                      \
    enum { SYM##_sig = SIG };                                                                                          \
    _HPyFunc_DECLARE_##SIG(SYM)

/** Defines the function SYM, which CPython can call and which calls IMPL, a function of signature SIG. */
#define HPyFunc_TRAMPOLINE(SYM, IMPL, SIG)                                                                             \
    enum { SYM##_sig = SIG };                                                                                          \
    _HPyFunc_TRAMPOLINE_##SIG(SYM, IMPL)

_HPy_END_DECLS

#endif
