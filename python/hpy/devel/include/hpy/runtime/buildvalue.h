/* Create Python objects from C values. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_BUILDVALUE_H
#define HPY_COMMON_RUNTIME_BUILDVALUE_H

_HPy_BEGIN_DECLS

/**
 * Creates the object that a format describes: None for an empty format, one object for one item, else a tuple.
 *
 *   i  int: int                    I  unsigned int: int
 *   l  long: int                   k  unsigned long: int
 *   L  long long: int              K  unsigned long long: int
 *   n  HPy_ssize_t: int
 *   f  float: float                d  double: float
 *   s  const char *, in UTF-8: str
 *   O  HPy: the object; the caller still owns the handle. If it is HPy_NULL, the call fails with the pending exception.
 *   S  the same
 *   (items)  a tuple; commas and spaces between items are ignored
 *   [items]  a list
 *   {key:value,...}  a dict
 *
 * @return a new handle: the caller closes it; HPy_NULL means an exception, a SystemError if the format is wrong
 */
HPyAPI_HELPER HPy HPy_BuildValue(HPyContext *ctx, const char *fmt, ...);

_HPy_END_DECLS

#endif
