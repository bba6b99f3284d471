/* Convert the arguments of a call to C variables.
 *
 * A format has a character for each argument. Each needs a pointer to a variable; the type follows the colon:
 *
 *   b  int, 0 to UCHAR_MAX: unsigned char       B  int, lowest bits: unsigned char
 *   h  int: short                               H  int, lowest bits: unsigned short
 *   i  int: int                                 I  int, lowest bits: unsigned int
 *   l  int: long                                k  int, lowest bits: unsigned long
 *   L  int: long long                           K  int, lowest bits: unsigned long long
 *   n  int: HPy_ssize_t
 *   f  float: float                             d  float: double
 *   p  any object, by its truth value: int, 0 or 1
 *   s  str without NUL characters: const char *, in UTF-8, which lives as long as the argument's handle
 *   O  any object: HPy
 *
 * A format may also contain
 *
 *   |  the arguments after it are optional: if one is missing, its variable keeps its value
 *   $  the arguments after it are optional and keyword-only (not in HPyArg_Parse)
 *   : ends the format; after it comes the name of the function, for messages
 *   ;  ends the format; after it comes the message for any error
 *
 * Each function returns 1, or 0 with an exception set: SystemError if the format or the call of the function is
 * wrong, otherwise TypeError, OverflowError, ValueError, or what the conversion raised.
 */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_ARGPARSE_H
#define HPY_COMMON_RUNTIME_ARGPARSE_H

_HPy_BEGIN_DECLS

/**
 * Parses positional arguments.
 * @param ht NULL, or receives a new tracker. The caller closes it when the values are no longer needed. After a
 *     failure there is no tracker. No format requires one here.
 * @param args the arguments
 * @param nargs their number; more arguments than the format has are an error
 * @param fmt the format
 */
HPyAPI_HELPER int HPyArg_Parse(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, const char *fmt, ...);

/**
 * Parses the arguments of a function of signature HPyFunc_KEYWORDS. Keywords that are not in `keywords` are ignored.
 * @param ht receives a new tracker, as for HPyArg_Parse. It may be NULL if the format has no `O`.
 * @param args the positional arguments, followed by the values of the keywords
 * @param nargs the number of positional arguments
 * @param kwnames a tuple with the names of the keywords, or HPy_NULL. Anything else is a SystemError.
 * @param fmt the format
 * @param keywords the name of each argument, then NULL. A leading "" is a positional-only argument.
 */
HPyAPI_HELPER int HPyArg_ParseKeywords(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, HPy kwnames,
                                       const char *fmt, const char *keywords[], ...);

/**
 * Parses the arguments of a slot such as HPy_tp_new or HPy_tp_init, which receives its keywords as a dict.
 * @param kw a dict, or HPy_NULL. Anything else is a SystemError.
 *
 * The rest is as for HPyArg_ParseKeywords. The string of an `s` lives as long as the dict holds the value.
 */
HPyAPI_HELPER int HPyArg_ParseKeywordsDict(HPyContext *ctx, HPyTracker *ht, const HPy *args, HPy_ssize_t nargs, HPy kw,
                                           const char *fmt, const char *keywords[], ...);

_HPy_END_DECLS

#endif
