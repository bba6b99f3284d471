/* Macros that stand for code in functions. */
#include "hpy.h"
#ifndef HPY_MACROS_H
#define HPY_MACROS_H

_HPy_BEGIN_DECLS

/**
 * A new instance of a type, its C struct zeroed.
 * @param cls the type
 * @param data where the address of the struct is stored: a pointer to a pointer to the struct, of any type
 * @return a new handle: the caller closes it; HPy_NULL tells of an exception
 */
#define HPy_New(ctx, cls, data) (_HPy_New((ctx), (cls), (void **)(data)))

/** Returns, from the calling function, the True or False of `val1 op val2`, two values that C can compare. */
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
/** The unit for a process id in a format of HPyArg_Parse. */
#  define _HPy_PARSE_PID "i"
/** An `int` object for a process id. */
#  define HPyLong_FromPid HPyLong_FromLong
/** The process id that an `int` object stands for. */
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

/** Lets other threads run Python until HPy_END_LEAVE_PYTHON. In between the context must not be used. */
#define HPy_BEGIN_LEAVE_PYTHON(context)                                                                                \
    {                                                                                                                  \
        HPyThreadState _hpy_token = HPy_LeavePythonExecution(context);

/** Waits until this thread may run Python again. In the same block as HPy_BEGIN_LEAVE_PYTHON. */
#define HPy_END_LEAVE_PYTHON(context)                                                                                  \
        HPy_ReenterPythonExecution(context, _hpy_token);                                                               \
    }

_HPy_END_DECLS

#endif
