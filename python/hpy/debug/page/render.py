"""Writes the page: one file, without a network, in which nothing but our own script runs."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from importlib import resources
from string import Template
from typing import Any

# In the order in which they need each other.
_SCRIPTS = ("dom.js", "source.js", "rows.js", "findings.js", "graph.js", "results.js", "main.js")


def page(title: str, data: dict[str, Any]) -> str:
    """The page that shows this data."""
    style = _asset("page.css")
    script = "".join(map(_asset, _SCRIPTS))
    return Template(_asset("page.html")).substitute(
        title=html.escape(title),
        # Whatever a report says, the browser runs and shows nothing that has another hash.
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}",
        style=style,
        script=script,
        data=_json(data),
    )


def _asset(name: str) -> str:
    return (resources.files(__package__) / "assets" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _json(data: dict[str, Any]) -> str:
    """JSON that does not end the element that it stands in, in ASCII."""
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
