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

/* What the flags of a getbuffer ask for: the values are those of PyBUF_SIMPLE and so on. */

/** Bytes, one after the other. */
#define HPyBUF_SIMPLE 0
/** The memory can be written. */
#define HPyBUF_WRITABLE 0x1
/** `format` says what an item is. */
#define HPyBUF_FORMAT 0x4
/** `shape` says how many items each dimension has. */
#define HPyBUF_ND 0x8
/** `strides` says how far items are apart. */
#define HPyBUF_STRIDES (0x10 | HPyBUF_ND)
/** In the order of C. */
#define HPyBUF_C_CONTIGUOUS (0x20 | HPyBUF_STRIDES)
/** In the order of Fortran. */
#define HPyBUF_F_CONTIGUOUS (0x40 | HPyBUF_STRIDES)
/** In the order of either. */
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
