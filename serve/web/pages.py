"""The pages of the service: templates in one frame, whatever they are given escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from whosays.resources import resource


def rendered(name: str, here: str = "", **values: object) -> bytes:
    """Return a page as UTF-8; ``here`` is its address, where the navigation leads to it."""
    return _environment().get_template(name).render(here=here, **values).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(lambda name: _own("templates", name)),
    )


def style() -> str:
    """Return the style of all pages."""
    return _own("static", "pages.css")


def _own(folder: str, name: str) -> str:
    return resource("serve", "web", folder, name).read_text("utf-8")
