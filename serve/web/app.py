"""The addresses of the service, and what each does: a request read, a process asked, the reply sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from importlib.metadata import version
from importlib.resources import files
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whosays.graph import GraphError
from whosays.queries import FormatError, LimitError, QueryError, catalogue, grouped
from whosays.serve.endpoint import (
    JSON,
    MOST_BYTES,
    RDF_TYPES,
    ROW_TYPES,
    Problem,
    chosen,
    operation,
    service_description,
)
from whosays.serve.limits import BusyError, Call, Pool, Reply
from whosays.serve.web.article_list import list_page, page_of
from whosays.serve.web.guard import DEFECT, Access, Guard
from whosays.serve.web.openapi import listed, openapi
from whosays.serve.web.pages import rendered
from whosays.serve.web.problem_page import HTML, told

ARTICLES: Final = "https://w3id.org/whosays/id/article/"
FILTERS: Final = ("outlet", "article", "source", "entity", "content", "proposition", "since", "until")
NOTE: Final = "x-whosays-note"  # beside an answer: terms of the query that no graph has
VERSION: Final = version("whosays")
LONGEST_NOTE: Final = 1_000
STATIC: Final[Mapping[str, str]] = {
    "console.js": "text/javascript; charset=utf-8",
    "pages.css": "text/css; charset=utf-8",
    "reader.js": "text/javascript; charset=utf-8",
    "yasgui.LICENSE.txt": "text/plain; charset=utf-8",
    "yasgui.min.css": "text/css; charset=utf-8",
    "yasgui.min.js": "text/javascript; charset=utf-8",
}
_STOPPED: Final[Mapping[str, int]] = {"time": 503, "memory": 503, "rows": 413, "size": 413, "depth": 400}
# the explorer's page brings its own policy, with the one script that it has by its nonce
_OWN_POLICY: Final = {"content-security-policy": "frame-ancestors 'none'"}

Handler = Callable[[Request], Awaitable[Response]]


def application(pool: Pool, access: Access) -> Starlette:
    """Return the service over processes that were started; ``pool`` is closed by who opened it."""
    service = _Service(pool)
    get = ["GET"]
    cors = Middleware(
        CORSMiddleware,
        allow_origins=list(access.origins),
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["accept", "content-type"],
        expose_headers=[NOTE],
    )
    return Starlette(
        routes=[
            Route("/", service.console, methods=get),
            Route("/sparql", service.sparql, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]),
            Route("/sparql/", service.sparql, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]),
            Route("/.well-known/void", service.void, methods=get),
            Route("/explore", service.explorer, methods=get),
            Route("/articles", service.articles, methods=get),
            Route("/article/{key}", service.article, methods=get),
            Route("/api", service.api, methods=get),
            Route("/api/openapi.json", service.openapi, methods=get),
            Route("/api/queries.json", service.queries, methods=get),
            Route("/api/{name}/why.json", service.why, methods=get),
            Route("/api/{name}.json", service.question, methods=get),
            Route("/static/{name}", service.static, methods=get),
        ],
        middleware=[Middleware(Guard, access=access), *([cors] if access.origins else [])],
        exception_handlers={Problem: _told, HTTPException: _told_by_http},
    )


class _Service:
    """One handler an address."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def sparql(self, request: Request) -> Response:
        """The endpoint."""
        body = await _body(request)
        asked = operation(request.method, request.scope["query_string"], request.headers.get("content-type"), body)
        accept = request.headers.get("accept")
        if asked is None:
            return _described(request, accept)
        rows, triples = chosen(accept, ROW_TYPES), chosen(accept, RDF_TYPES)
        if rows is None and triples is None:
            raise Problem(406, "not-acceptable", f"answers come as: {', '.join((*ROW_TYPES, *RDF_TYPES))}")
        reply = await self._asked(
            request,
            "sparql",
            query=asked.query,
            graphs=(asked.default_graphs, asked.named_graphs),
            forms=(ROW_TYPES.get(rows or ""), RDF_TYPES.get(triples or "")),
            infers=asked.infers,
        )
        media_type = triples if reply.about["kind"] == "triples" else rows
        note = "".join(char if " " <= char <= "~" else "?" for char in reply.about["note"][:LONGEST_NOTE])
        told = {"vary": "Accept", **({NOTE: note} if note else {})}
        return self._answer(request, reply.body, _with_charset(media_type or JSON), told)

    async def void(self, request: Request) -> Response:
        """What is in the data."""
        media_type = chosen(request.headers.get("accept"), {"text/turtle": "", "application/ld+json": ""})
        form = "json-ld" if media_type == "application/ld+json" else "turtle"
        reply = await self._asked(request, "void", endpoint=_endpoint(request), form=form)
        return self._answer(request, reply.body, _with_charset(media_type or "text/turtle"), {"vary": "Accept"})

    async def question(self, request: Request) -> Response:
        """A question of the catalogue, narrowed by the address."""
        name, params = _question(request), _single(request)
        reply = await self._asked(request, "question", name=name, params=params, form="json")
        return self._answer(request, reply.body, JSON)

    async def why(self, request: Request) -> Response:
        """Why a question of the catalogue has no rows."""
        reply = await self._asked(request, "why", name=_question(request), params=_single(request))
        return self._answer(request, reply.body, JSON)

    async def queries(self, request: Request) -> Response:
        """The catalogue."""
        return self._answer(request, _json(listed()), JSON)

    async def openapi(self, request: Request) -> Response:
        """The API described."""
        return self._answer(request, _json(openapi(VERSION)), JSON)

    async def api(self, request: Request) -> Response:
        """The API told to people."""
        return self._answer(request, rendered("api.html", "/api", groups=grouped()), HTML)

    async def explorer(self, request: Request) -> Response:
        """The page of ``whosays view``."""
        filters = _single(request)
        for name in filters:
            if name not in FILTERS:
                raise Problem(400, "no-filter", f"no filter {name[:80]!a}; there are: {', '.join(FILTERS)}")
        reply = await self._asked(request, "explorer", filters=filters)
        return self._answer(request, reply.body, HTML, _OWN_POLICY)

    async def articles(self, request: Request) -> Response:
        """The list of articles."""
        params = _single(request)
        page, words = page_of(params), params.pop("words", "").strip()
        reply = await self._asked(request, "question", name="articles", params=params, form="json")
        return self._answer(request, list_page(json.loads(reply.body), params, page, words), HTML)

    async def article(self, request: Request) -> Response:
        """One article to be read."""
        key = request.path_params["key"]
        if not key.isascii() or not key.replace("-", "").isalnum():
            raise Problem(404, "no-article", "no such article; /articles lists them")
        reply = await self._asked(request, "article", iri=ARTICLES + key)
        return self._answer(request, reply.body, HTML)

    async def console(self, request: Request) -> Response:
        """The page to ask on."""
        return self._answer(request, rendered("console.html", "/", groups=grouped()), HTML)

    async def static(self, request: Request) -> Response:
        """What the pages need."""
        name = request.path_params["name"]
        if name not in STATIC:
            raise Problem(404, "no-file", "no such file")
        data = files("whosays.serve.web").joinpath("static", name).read_bytes()
        return Response(data, media_type=STATIC[name], headers={"cache-control": "max-age=3600"})

    async def _asked(self, request: Request, job: str, **arguments: Any) -> Reply:
        """Have a process do it as long as somebody waits; raise ``Problem`` for what it cannot."""
        call = Call()
        watching = asyncio.ensure_future(_gone(request))
        watching.add_done_callback(lambda watched: None if watched.cancelled() else call.give_up())
        try:
            return await run_in_threadpool(self._pool.ask, job, call, **arguments)
        except LimitError as error:
            raise Problem(_STOPPED[error.limit], f"limit-{error.limit}", str(error)) from error
        except FormatError as error:
            raise Problem(406, "not-acceptable", str(error)) from error
        except QueryError as error:
            raise Problem(404 if job == "article" else 400, "query", str(error)) from error
        except (BusyError, GraphError) as error:
            raise Problem(503, "busy" if isinstance(error, BusyError) else "graph", str(error)) from error
        except RuntimeError as error:
            raise Problem(500, "defect", DEFECT) from error
        finally:
            watching.cancel()

    def _answer(
        self, request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Return an answer that may be kept as long as the graph and the program stay as they are."""
        state = f'W/"{VERSION}-{self._pool.state}"'
        told = {"etag": state, "cache-control": "no-cache", **(headers or {})}
        if request.method in {"GET", "HEAD"} and request.headers.get("if-none-match") == state:
            return Response(status_code=304, headers=told)
        return Response(body, media_type=media_type, headers=told)


async def _gone(request: Request) -> None:
    """Wait until whoever asked is gone; the body has been read, or there is none that anybody reads."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _body(request: Request) -> bytes:
    data = b""
    async for piece in request.stream():
        data += piece
        if len(data) > MOST_BYTES:
            raise Problem(413, "long-request", f"a request has {MOST_BYTES:,} bytes at most")
    return data


def _described(request: Request, accept: str | None) -> Response:
    """Return the description of the service; a browser is shown the page to ask on."""
    media_type = chosen(accept, {"text/turtle": "turtle", "application/ld+json": "json-ld", "text/html": "html"})
    if media_type == "text/html":
        return RedirectResponse("/", 303)
    if media_type is None:
        raise Problem(406, "not-acceptable", "the description comes as text/turtle or application/ld+json")
    form = "turtle" if media_type == "text/turtle" else "json-ld"
    data = service_description(_endpoint(request)).serialize(format=form, encoding="utf-8")
    return Response(data, media_type=_with_charset(media_type), headers={"vary": "Accept"})


def _endpoint(request: Request) -> str:
    return str(request.base_url).rstrip("/") + "/sparql"


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _question(request: Request) -> str:
    name = str(request.path_params["name"])
    if name not in catalogue():
        raise Problem(404, "no-question", f"no question {name[:80]!a}; /api/queries.json lists them")
    return name


def _single(request: Request) -> dict[str, str]:
    """Return the fields of the address; each has one value."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if given.setdefault(name, value) != value:
            raise Problem(400, "two-values", f"{name[:80]!a} takes one value; ask for each by itself")
    return given


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode() + b"\n"


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - what it is registered for
    return told(error, request.scope)


async def _told_by_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    code = {404: "no-address", 405: "method"}.get(error.status_code, "http")
    return told(Problem(error.status_code, code, str(error.detail), error.headers or {}), request.scope)
