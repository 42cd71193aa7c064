"""Who may ask: only who names this machine as the host, so that no web page elsewhere can read what is served here.

A page of a stranger can have its own name lead to 127.0.0.1 (DNS rebinding); its requests then carry that name.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whosays.serve.endpoint import Problem
from whosays.serve.web.problem_page import told

LOCAL: Final = frozenset({"localhost"})
_POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_STRANGER: Final = Problem(421, "host", "asked for by a name that is not this machine's; see --allow-host")
DEFECT: Final = "something went wrong here; the next question is answered"
_HEADERS: Final = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
)


@dataclass(frozen=True, slots=True)
class Access:
    """Names of this machine beside its own addresses, and the origins whose pages may read the answers."""

    hosts: Sequence[str] = ()
    origins: Sequence[str] = ()

    def allows(self, host: str | None) -> bool:
        """Tell whether a request may name this host: an address is nobody's name, and does no harm."""
        name = (host or "").strip().lower()
        name = name.rpartition(":")[0] if name.rpartition(":")[2].isdigit() else name
        return name in LOCAL or name in self.hosts or _is_address(name)


class Guard:
    """Refuses requests that name another host, and has every answer, of a defect too, say what a browser may do."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS:
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", _POLICY)
            await send(message)

        allowed = self._access.allows(Headers(scope=scope).get("host"))
        try:
            await (self._app if allowed else told(_STRANGER, scope))(scope, receive, sending)
        except Exception:  # told here, where answers get their headers, and raised for the server's log
            if not begun:
                await told(Problem(500, "defect", DEFECT), scope)(scope, receive, sending)
            raise


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
