/* Macros that expand to code. */
#include "hpy.h"
#ifndef HPY_MACROS_H
#define HPY_MACROS_H

_HPy_BEGIN_DECLS

/**
 * Creates an instance of a type, with a zeroed C struct.
 * @param cls the type
 * @param data receives the address of the struct: a pointer to a pointer to the struct, of any type
 * @return a new handle: the caller closes it; HPy_NULL means an exception
 */
#define HPy_New(ctx, cls, data) (_HPy_New((ctx), (cls), (void **)(data)))

/** Makes the calling function return True or False for `val1 op val2`. Both must be values that C can compare. */
#define HPy_RETURN_RICHCOMPARE(ctx, val1, val2, op)                                                                    \
    do {                                                                                                               \
        bool _hpy_holds = false;                                                                                       \
        switch (op) {                                                                                                  \
        case HPy_LT: _hpy_holds = (val1) < (val2); break;                                                              \
        case HPy_LE: _hpy_holds = (val1) <= (val2); break;                                                             \
        case HPy_EQ: _hpy_holds = (val1) == (val2); break;                                                             \
        case HPy_NE: _hpy_holds = (val1) != (val2); break;                                                             \
        case HPy_GT: _hpy_holds = (val1) > (val2); break;                                                              \
        case HPy_GE: _hpy_holds = (val1) >= (val2); break;                                                             \
        default: HPy_FatalError(ctx, "Invalid value for HPy_RichCmpOp");                                               \
        }                                                                                                              \
        return HPy_Dup(ctx, _hpy_holds ? (ctx)->h_True : (ctx)->h_False);                                              \
    } while (0)

#if !defined(SIZEOF_PID_T) || SIZEOF_PID_T == SIZEOF_INT
/** The unit of HPyArg_Parse formats for a process id. */
#  define _HPy_PARSE_PID "i"
/** Turns a process id into an `int` object. */
#  define HPyLong_FromPid HPyLong_FromLong
/** Turns an `int` object into a process id. */
#  define HPyLong_AsPid HPyLong_AsLong
#elif SIZEOF_PID_T == SIZEOF_LONG
#  define _HPy_PARSE_PID "l"
#  define HPyLong_FromPid HPyLong_FromLong
#  define HPyLong_AsPid HPyLong_AsLong
#elif defined(SIZEOF_LONG_LONG) && SIZEOF_PID_T == SIZEOF_LONG_LONG
#  define _HPy_PARSE_PID "L"
#  define HPyLong_FromPid HPyLong_FromLongLong
#  define HPyLong_AsPid HPyLong_AsLongLong
#else
#  error "sizeof(pid_t) is neither sizeof(int), sizeof(long) or sizeof(long long)"
#endif

/** Lets other threads run Python until HPy_END_LEAVE_PYTHON. Do not use the context in between. */
#define HPy_BEGIN_LEAVE_PYTHON(context)                                                                                \
    {                                                                                                                  \
        HPyThreadState _hpy_token = HPy_LeavePythonExecution(context);

/** Waits until this thread may run Python again. Must be in the same block as HPy_BEGIN_LEAVE_PYTHON. */
#define HPy_END_LEAVE_PYTHON(context)                                                                                  \
        HPy_ReenterPythonExecution(context, _hpy_token);                                                               \
    }

_HPy_END_DECLS

#endif
