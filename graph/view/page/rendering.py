"""The page itself: template, style, script, vis.js and data in one file that fetches nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from whosays.graph.view.drawing.canvas import AttributionNetwork
from whosays.graph.view.drawing.layout import positions
from whosays.graph.view.drawing.picture import chosen, composed, edges_of
from whosays.graph.view.model.data import PageData
from whosays.graph.view.page.payload import as_json, contents

DRAWN = 200  # boxes in a column at most; more can neither be read nor drawn at once
FIRST = 12  # boxes in a column of the first picture, which fits a laptop's window and can be read there
SCRIPTS = (
    *("base.js", "lists.js", "drawing.js", "arranging.js", "lines.js", "evidence.js", "overview.js"),
    *("table.js", "search.js", "controls.js"),
)
NOWHERE: Mapping[str, str] = MappingProxyType({})
VIS = "lib/vis-9.1.2/vis-network.min.js"  # inside the pyvis package: no second copy, no network


def draw(
    data: PageData, *, title: str = "whosays", asked: str = "", site: Mapping[str, str] = NOWHERE
) -> AttributionNetwork:
    """Return the page as a pyvis network, which shows itself: the same data give the same bytes.

    ``asked`` says in words what the data were narrowed to.

    A page that is part of a ``site`` leads to its other pages: names and addresses, ``article`` where one is read.
    """
    drawing = composed(data)
    chains = frozenset(chosen(drawing, FIRST))
    shown = frozenset(node for chain in chains for node in drawing.paths[chain])
    places = positions(drawing, shown, edges_of(drawing, chains))
    block = contents(data, drawing, site.get("article")) | {
        "asked": asked,
        "first": FIRST,
        "limit": DRAWN,
        "placed": [[node, x, y] for node, (x, y) in places.items()],
    }
    links = {name: address for name, address in site.items() if name != "article"}
    return AttributionNetwork(_rendered(as_json(block), title, links), drawing, places, chains)


def _rendered(block: str, title: str, links: Mapping[str, str]) -> str:
    style, script = _own("static/page.css"), "\n".join(_own(f"static/{name}") for name in SCRIPTS)
    vis = files("pyvis").joinpath(VIS).read_text(encoding="utf-8").replace("</script", r"<\/script")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_own("templates/page.html")).render(
        title=title,
        links=links,
        nonce=_nonce(title, block, style, script),
        style=Markup(style),  # noqa: S704 - our own file
        vis=Markup(vis),  # noqa: S704 - the library
        script=Markup(f"(() => {{\n'use strict';\n{script}\n}})();"),  # noqa: S704 - our own files
        block=Markup(block),  # noqa: S704 - as_json leaves no character that could end the element
    )


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _nonce(*parts: str) -> str:
    """Made of the content and so the same every time: it need not be secret in a page without a server."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).digest()
    return base64.b64encode(digest[:18]).decode("ascii")
