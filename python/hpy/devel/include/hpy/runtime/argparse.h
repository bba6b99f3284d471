/* Arguments of a call into C variables.
 *
 * A format has a character for each argument; each needs a pointer to a variable of the type behind it:
 *
 *   b  int, 0 to UCHAR_MAX: unsigned char       B  int, lowest bits: unsigned char
 *   h  int: short                               H  int, lowest bits: unsigned short
 *   i  int: int                                 I  int, lowest bits: unsigned int
 *   l  int: long                                k  int, lowest bits: unsigned long
 *   L  int: long long                           K  int, lowest bits: unsigned long long
 *   n  int: HPy_ssize_t
 *   f  float: float                             d  float: double
 *   p  anything, by its truth: int, 0 or 1
 *   s  str without NUL characters: const char *, in UTF-8, which lives as long as the argument's handle
 *   O  anything: HPy
 *
 * and besides
 *
 *   |  what follows is optional: the variable of an argument that is missing keeps its value
 *   $  what follows is optional and passed by keyword only (not in HPyArg_Parse)
 *   :  ends the format; behind it stands the name of the function, for messages
 *   ;  ends the format; behind it stands the message for whatever is wrong
 *
 * Each function returns 1, or 0 with an exception set: SystemError where the format or the call of the function is
 * wrong, else TypeError, OverflowError, ValueError or what the conversion raised.
 */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_ARGPARSE_H
#define HPY_COMMON_RUNTIME_ARGPARSE_H

_HPy_BEGIN_DECLS

/**
 * Positional arguments.
 * @param ht NULL, or where a new tracker is stored. The caller closes it when it needs the values no longer; after a
 *     failure there is none. No format needs one here.
 * @param args the arguments
 * @param nargs how many; more than the format has is an error
 * @param fmt the format
 */
HPyAPI_HELPER int HPyArg_Parse(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, const char *fmt, ...);

/**
 * Arguments of a function of signature HPyFunc_KEYWORDS. Keywords that `keywords` does not name are ignored.
 * @param ht where a new tracker is stored, as for HPyArg_Parse. It may be NULL where the format has no `O`.
 * @param args the positional arguments, and behind them the values of the keywords
 * @param nargs how many positional ones
 * @param kwnames a tuple of the names of the keywords, or HPy_NULL. Anything else is a SystemError.
 * @param fmt the format
 * @param keywords the name of each argument of the format and NULL. The first ones may be "": positional only.
 */
HPyAPI_HELPER int HPyArg_ParseKeywords(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, HPy kwnames,
                                       const char *fmt, const char *keywords[], ...);

/**
 * Arguments of a slot like HPy_tp_new or HPy_tp_init, which get their keywords as a dict.
 * @param kw a dict, or HPy_NULL. Anything else is a SystemError.
 *
 * The rest is as for HPyArg_ParseKeywords. What `s` gives lives as long as the dict holds the value.
 */
HPyAPI_HELPER int HPyArg_ParseKeywordsDict(HPyContext *ctx, HPyTracker *ht, const HPy *args, HPy_ssize_t nargs, HPy kw,
                                           const char *fmt, const char *keywords[], ...);

_HPy_END_DECLS

#endif
