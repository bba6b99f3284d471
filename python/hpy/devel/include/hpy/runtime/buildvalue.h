/* Python objects from C values. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_BUILDVALUE_H
#define HPY_COMMON_RUNTIME_BUILDVALUE_H

_HPy_BEGIN_DECLS

/**
 * The object that a format describes: None for an empty one, the object for one item, a tuple for several.
 *
 *   i  int: int                    I  unsigned int: int
 *   l  long: int                   k  unsigned long: int
 *   L  long long: int              K  unsigned long long: int
 *   n  HPy_ssize_t: int
 *   f  float: float                d  double: float
 *   s  const char *, in UTF-8: str
 *   O  HPy: the object; the handle stays the caller's. With HPy_NULL the exception that is set is passed on.
 *   S  the same
 *   (items)  a tuple; commas and blanks between items mean nothing
 *   [items]  a list
 *   {key:value,...}  a dict
 *
 * @return a new handle: the caller closes it; HPy_NULL tells of an exception, a SystemError where the format is wrong
 */
HPyAPI_HELPER HPy HPy_BuildValue(HPyContext *ctx, const char *fmt, ...);

_HPy_END_DECLS

#endif
