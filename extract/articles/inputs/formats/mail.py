"""E-mail: its text, or the page where it has no text, and each attachment that can be read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PurePath
from typing import cast

from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, hash_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.web import paragraphs_of_markup, repaired
from whosays.extract.errors import ArticleSkipped

_HEADERS = re.compile(
    rb"(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version):[^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*[\w-]+:",
    re.IGNORECASE,
)
_ATTACHED = frozenset((".txt", ".html", ".htm", ".md", ".pdf", ".docx", ".eml", ".mhtml"))


def _read(source: Source, reading: Reading) -> Iterator[Document | Source]:  # noqa: ARG001 - as all readers
    data = source.data()
    message = message_from_bytes(data, policy=policy.default)
    text = _text(message)
    parts = message.iter_attachments() if message.is_multipart() else ()
    attached = [part for part in parts if _suffix(part) in _ATTACHED]
    if not text.strip() and not attached:
        raise ArticleSkipped("an e-mail without text")
    if text.strip():
        yield Document(source.address, source.name, text, hash_of(data), _metadata(message))
    for part in attached:
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield source.member(part.get_filename() or "attachment", io.BytesIO(content))


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        text = str(body.get_content())
    except (LookupError, ValueError, AttributeError):  # an encoding that nobody knows, or a body of many parts
        text = (cast("bytes", body.get_payload(decode=True)) or b"").decode("utf-8", "replace")
    return paragraphs_of_markup(text) if body.get_content_type() == "text/html" else repaired(text)


def _metadata(message: EmailMessage) -> Metadata:
    sender = message.get("From")
    name = sender.addresses[0].display_name if sender is not None and getattr(sender, "addresses", None) else ""
    sent = getattr(message.get("Date"), "datetime", None)
    subject = re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", str(message.get("Subject") or ""), flags=re.IGNORECASE)
    return Metadata(
        title=" ".join(subject.split()) or None,
        authors=(name,) if name else (),
        published=sent.isoformat() if isinstance(sent, datetime) else None,
    )


def _suffix(part: EmailMessage) -> str:
    return PurePath(part.get_filename() or "").suffix.lower()


READER = Reader("e-mail", (".eml",), _read, sniff=lambda head: bool(_HEADERS.match(head)))
