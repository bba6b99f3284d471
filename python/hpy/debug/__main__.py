"""``python -m hpy.debug``: see ``hpy.debug.commands``."""

from .commands import main

raise SystemExit(main())
