/* Create strings and exceptions from a format.
 *
 * A format is ASCII text with units: `%`, `0`, WIDTH, `.PRECISION` and KIND in this order. Only `%` and KIND are
 * required:
 *
 *   %%  the character %
 *   %c  int: the character with this code point; width and precision are not allowed
 *   %d %i %u %x         int or unsigned int
 *   %ld %li %lu         long or unsigned long
 *   %lld %lli %llu      long long or unsigned long long
 *   %zd %zi %zu         HPy_ssize_t or size_t
 *   %p  void *: hexadecimal after 0x; width and precision are not allowed
 *   %s  const char *, in UTF-8
 *   %U  HPy, a str
 *   %V  HPy, a str or HPy_NULL, then const char *, which is used if the HPy is HPy_NULL
 *   %S %R %A  HPy: the result of `str`, `repr` or `ascii`
 *
 * WIDTH is the minimum number of characters. Shorter text is padded with spaces on the left, a number with `0` with
 * zeros. PRECISION is the minimum number of digits of a number, or the maximum number of characters of a string. For a
 * `const char *` it is the maximum number of bytes; an incomplete character at the end is left out.
 *
 * A wrong format or value raises SystemError, a width that is too large ValueError, an invalid code point
 * OverflowError.
 */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_FORMAT_H
#define HPY_COMMON_RUNTIME_FORMAT_H

_HPy_BEGIN_DECLS

/** Returns a new str; the caller closes it. HPy_NULL means an exception. */
HPyAPI_HELPER HPy HPyUnicode_FromFormat(HPyContext *ctx, const char *fmt, ...);

/** Like HPyUnicode_FromFormat, with the values in a va_list. */
HPyAPI_HELPER HPy HPyUnicode_FromFormatV(HPyContext *ctx, const char *format, va_list vargs);

/** Sets an exception of this type; a format gives the message. Always returns HPy_NULL. */
HPyAPI_HELPER HPy HPyErr_Format(HPyContext *ctx, HPy h_type, const char *fmt, ...);

_HPy_END_DECLS

#endif
