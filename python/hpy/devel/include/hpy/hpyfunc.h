/* Functions that Python calls in an extension: types, declarations, and trampolines. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYFUNC_H
#define HPY_UNIVERSAL_HPYFUNC_H

_HPy_BEGIN_DECLS

/** A view of an object's memory, like CPython's `Py_buffer`. HPy_bf_getbuffer fills it in. */
typedef struct {
    /** The first byte. */
    void *buf;
    /** The owner of the memory: a new handle, which HPy closes when the view is released. */
    HPy obj;
    /** The total size in bytes. */
    HPy_ssize_t len;
    /** The size of an item in bytes. */
    HPy_ssize_t itemsize;
    /** Whether writing is forbidden. */
    int readonly;
    /** The number of dimensions. */
    int ndim;
    /** The type of an item, as in the module `struct`. NULL means bytes. */
    char *format;
    /** The number of items in each dimension. */
    HPy_ssize_t *shape;
    /** The distance between items in each dimension, in bytes. */
    HPy_ssize_t *strides;
    /** Offsets to add after following pointers, for arrays of pointers. */
    HPy_ssize_t *suboffsets;
    /** For use by the exporter. */
    void *internal;
} HPy_buffer;

/* The flags of HPy_bf_getbuffer. Their values are those of CPython's PyBUF_* flags. */

/** Contiguous bytes. */
#define HPyBUF_SIMPLE 0
/** The memory must be writable. */
#define HPyBUF_WRITABLE 0x1
/** `format` must be filled in. */
#define HPyBUF_FORMAT 0x4
/** `shape` must be filled in. */
#define HPyBUF_ND 0x8
/** `strides` must be filled in. */
#define HPyBUF_STRIDES (0x10 | HPyBUF_ND)
/** Contiguous, in C order. */
#define HPyBUF_C_CONTIGUOUS (0x20 | HPyBUF_STRIDES)
/** Contiguous, in Fortran order. */
#define HPyBUF_F_CONTIGUOUS (0x40 | HPyBUF_STRIDES)
/** Contiguous, in either order. */
#define HPyBUF_ANY_CONTIGUOUS (0x80 | HPyBUF_STRIDES)
/** `suboffsets` may be given. */
#define HPyBUF_INDIRECT (0x100 | HPyBUF_STRIDES)
/** `shape`, writable. */
#define HPyBUF_CONTIG (HPyBUF_ND | HPyBUF_WRITABLE)
/** `shape`. */
#define HPyBUF_CONTIG_RO HPyBUF_ND
/** `strides`, writable. */
#define HPyBUF_STRIDED (HPyBUF_STRIDES | HPyBUF_WRITABLE)
/** `strides`. */
#define HPyBUF_STRIDED_RO HPyBUF_STRIDES
/** `strides` and `format`, writable. */
#define HPyBUF_RECORDS (HPyBUF_STRIDES | HPyBUF_WRITABLE | HPyBUF_FORMAT)
/** `strides` and `format`. */
#define HPyBUF_RECORDS_RO (HPyBUF_STRIDES | HPyBUF_FORMAT)
/** Everything, writable. */
#define HPyBUF_FULL (HPyBUF_INDIRECT | HPyBUF_WRITABLE | HPyBUF_FORMAT)
/** Everything. */
#define HPyBUF_FULL_RO (HPyBUF_INDIRECT | HPyBUF_FORMAT)

/** HPy_tp_traverse calls it for each field. If the result is not 0, return it at once. */
typedef int (*HPyFunc_visitproc)(HPyField *, void *);

/** Visits a field. For functions of HPy_tp_traverse, whose parameters must be called `visit` and `arg`. */
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

/* NAME##known if the signature exists, NAME##unknown if not. */
#define _HPyFunc_CHOOSE(NAME, SIG) _HPyFunc_THIRD(_HPyFunc_IS_##SIG, NAME##known, NAME##unknown, ~)
#define _HPyFunc_THIRD(...) _HPyFunc_THIRD_OF(__VA_ARGS__)
#define _HPyFunc_THIRD_OF(first, second, third, ...) third

/* These enums make the compiler name the unknown signature in its message. */

/** Declares the function SYM, which has the signature SIG. */
#define HPyFunc_DECLARE(SYM, SIG)                                                                                      \
    enum { SYM##_sig = SIG };                                                                                          \
    _HPyFunc_DECLARE_##SIG(SYM)

/** Defines the function SYM, which CPython calls. It calls IMPL, a function of signature SIG. */
#define HPyFunc_TRAMPOLINE(SYM, IMPL, SIG)                                                                             \
    enum { SYM##_sig = SIG };                                                                                          \
    _HPyFunc_TRAMPOLINE_##SIG(SYM, IMPL)

_HPy_END_DECLS

#endif
