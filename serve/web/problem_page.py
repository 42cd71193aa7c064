"""What is wrong with a request, told as it is read: a page for a person in a browser, JSON for everybody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qs, quote

from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from whosays.queries import catalogue
from whosays.serve.endpoint import JSON, PROBLEM, Problem, chosen
from whosays.serve.web.pages import rendered, style

HTML: Final = "text/html; charset=utf-8"
_AGAIN: Final = 5  # seconds after which what is busy now may answer
_NARROWER: Final = "Ask for less: of one outlet, one source or a few days."
# what a problem is called -> how it is told to a person, and what to do about it
_WORDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "busy": ("All are busy with other questions", "Try again in a few seconds."),
        "defect": ("Something went wrong here", "It is no fault of yours. The next question is answered."),
        "graph": ("The graph cannot be read", "It may just be written: try again. whosays doctor tells what ails it."),
        "host": (
            "That name is not this machine's",
            "Take the address that whosays serve told when it began, or have it allow the name with --allow-host.",
        ),
        "limit-depth": ("The question is too long", "Make it shorter, or two of it."),
        "limit-memory": ("That takes too much memory", f"{_NARROWER} Whoever serves can allow more with --memory."),
        "limit-rows": ("The answer has too many rows", f"{_NARROWER} Whoever serves can allow more with --rows."),
        "limit-size": ("The answer is too large", f"{_NARROWER} Whoever serves can allow more with --megabytes."),
        "limit-time": ("That takes too long", f"{_NARROWER} Whoever serves can allow more time with --seconds."),
        "method": ("That cannot be done here", "Pages are only read, and questions asked at /sparql."),
        "no-address": ("There is no such page", "Look whether the address is typed in full, or go on from here."),
        "no-article": ("There is no such article", "It was removed, or its text is another now: each has its address."),
        "no-file": ("There is no such file", "Go on from here."),
        "no-filter": ("The page cannot be narrowed by that", "Take it out of the address."),
        "no-page": ("There is no such page of it", "Begin with the first one."),
        "no-question": ("The catalogue has no such question", "The page to ask on shows all of them."),
        "query": ("That cannot be answered", "Mend what the line above names, and ask again."),
        "read-only": ("Nothing can be changed here", "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE."),
        "two-values": ("One thing is asked for twice", "Take one of the two out of the address."),
    }
)
_OTHERWISE: Final = ("The request cannot be answered", "Mend what the line above names, and ask again.")
_TOLD_BY_ITS_NAME: Final = frozenset({"host", "method", "no-address", "no-article", "no-file"})
_PASSING: Final = frozenset({"busy", "graph", "defect"})
_NARROWED: Final = ("/explore", "/articles", "/article/")


def told(problem: Problem, scope: Scope) -> Response:
    """Return the answer to a request that has a problem."""
    headers = {"vary": "Accept", **problem.headers}
    if problem.status == 503:
        headers["retry-after"] = str(_AGAIN)
    if is_read(Headers(scope=scope).get("accept")):
        return Response(_page(problem, scope), problem.status, headers, HTML)
    return Response(problem.as_json(), problem.status, headers, PROBLEM)


def is_read(accept: str | None) -> bool:
    """Tell whether whoever asks wants a page before anything that programs read."""
    return chosen(accept, {PROBLEM: "", JSON: "", "text/html": ""}) == "text/html"


def _page(problem: Problem, scope: Scope) -> bytes:
    code = "no-article" if problem.status == 404 and problem.code == "query" else problem.code
    heading, advice = _WORDS.get(code, _OTHERWISE)
    return rendered(
        "problem.html",
        heading=heading,
        detail="" if code in _TOLD_BY_ITS_NAME else problem.detail,
        advice=advice,
        links=list(_links(code, scope)),
        status=problem.status,
        code=code,
        style=Markup(style()),  # noqa: S704 - our own file; a page that is refused gets no other
    )


def _links(code: str, scope: Scope) -> Iterator[tuple[str, str]]:
    """Yield where to go on: what was meant, as near to it as can be told, and the way back."""
    path, asked = str(scope["path"]), bytes(scope["query_string"])
    if code == "host":
        yield _by_address(scope), "The same page at this machine's address"
        return
    if code in _PASSING and scope["method"] == "GET":
        yield _quoted(path, asked), "Try again"
    if path.rstrip("/") == "/sparql" and (query := _query(asked)):
        yield f"/#query={quote(query, safe='')}", "Mend the query on the page to ask on"
    elif path.startswith(_NARROWED) and asked:
        yield _quoted(path), "The same page, not narrowed"
    elif path.startswith("/api/"):
        name = path.removeprefix("/api/").partition(".")[0].partition("/")[0]
        if name in catalogue():
            yield f"/#question={name}", f"The question {name} on the page to ask on"
        yield "/api/queries.json", "What each question takes, as JSON"
    if path.startswith("/article"):
        yield "/articles", "All articles"
    yield "/", "Back to the page to ask on"


def _query(asked: bytes) -> str:
    return parse_qs(asked.decode("utf-8", "replace")).get("query", [""])[0]


def _quoted(path: str, asked: bytes = b"") -> str:
    query = quote(asked, safe="=&%+,:;/?@!$'()*~-._")
    return f"/{quote(path.lstrip('/'))}" + (f"?{query}" if query else "")


def _by_address(scope: Scope) -> str:
    server = scope.get("server")
    if not server or not server[1]:
        return "/"
    host = f"[{server[0]}]" if ":" in server[0] else server[0]
    return f"{scope['scheme']}://{host}:{server[1]}{_quoted(str(scope['path']), bytes(scope['query_string']))}"
