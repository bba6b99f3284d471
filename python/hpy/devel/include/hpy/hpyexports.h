/* Makes symbols visible outside the extension. */
#ifndef HPy_EXPORTS_H
#define HPy_EXPORTS_H

#ifndef HPy_EXPORTED_SYMBOL
#  if defined(_WIN32) || defined(__CYGWIN__)
/** Makes a symbol visible. */
#    define HPy_EXPORTED_SYMBOL __declspec(dllexport)
#  else
#    define HPy_EXPORTED_SYMBOL __attribute__((visibility("default")))
#  endif
#endif

#endif
