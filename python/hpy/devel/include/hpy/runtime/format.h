/* Strings and exceptions from a format.
 *
 * A format is ASCII and holds units, `%`, `0`, WIDTH, `.PRECISION`, KIND, of which only the first and the last must be
 * there:
 *
 *   %%  the character %
 *   %c  int: the character of this code point; no width, no precision
 *   %d %i %u %x         int or unsigned int
 *   %ld %li %lu         long or unsigned long
 *   %lld %lli %llu      long long or unsigned long long
 *   %zd %zi %zu         HPy_ssize_t or size_t
 *   %p  void *: hexadecimal behind 0x; no width, no precision
 *   %s  const char *, in UTF-8
 *   %U  HPy, a str
 *   %V  HPy, a str or HPy_NULL, and const char *, which stands for it where it is HPy_NULL
 *   %S %R %A  HPy: what `str`, `repr`, `ascii` make of it
 *
 * WIDTH is the least number of characters; blanks are put in front, for a number with `0` zeros. PRECISION is the
 * least number of digits of a number. Of a string it is the greatest number of characters; of a `const char *` it is
 * the greatest number of bytes, of which an incomplete character at the end is left out.
 *
 * What is wrong with a format or its values raises SystemError, a width that is too large ValueError, a code point
 * that is none OverflowError.
 */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_FORMAT_H
#define HPY_COMMON_RUNTIME_FORMAT_H

_HPy_BEGIN_DECLS

/** A new str: the caller closes it. HPy_NULL tells of an exception. */
HPyAPI_HELPER HPy HPyUnicode_FromFormat(HPyContext *ctx, const char *fmt, ...);

/** HPyUnicode_FromFormat with the values in a list. */
HPyAPI_HELPER HPy HPyUnicode_FromFormatV(HPyContext *ctx, const char *format, va_list vargs);

/** Sets an exception of this type with a message made from a format. Returns HPy_NULL, always. */
HPyAPI_HELPER HPy HPyErr_Format(HPyContext *ctx, HPy h_type, const char *fmt, ...);

_HPy_END_DECLS

#endif
