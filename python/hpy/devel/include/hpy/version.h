/* The version of the API. HPY_ABI_VERSION in hpy.h is that of the ABI. */
#ifndef HPY_VERSION_H
#define HPY_VERSION_H

/** The release of HPy whose API these headers declare. */
#define HPY_VERSION "0.9.0"
/** The commit of that release. */
#define HPY_GIT_REVISION "f611473"

#endif
