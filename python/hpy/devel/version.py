"""The release of HPy whose API the headers declare; as in hpy/version.h."""

__version__ = "0.9.0"
__git_revision__ = "f611473"
