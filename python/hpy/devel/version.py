"""The version of HPy that the headers declare."""

__version__ = "0.9.0"
