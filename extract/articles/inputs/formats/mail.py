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
from whosays.extract.articles.publishers import known_outlet_at, name_spelt_like, newspaper_like, outlet_named
from whosays.extract.articles.web import paragraphs_of_markup, repaired
from whosays.extract.errors import ArticleSkipped

_HEADERS = re.compile(
    rb"(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version):[^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*[\w-]+:",
    re.IGNORECASE,
)
# what people answered to, as programs put it below the answer, and who signs
_TRAIL = re.compile(
    r"\n(?:on\b[^\n]{5,200}(?:\n[^\n>]{0,100})?\bwrote:|am\b[^\n]{5,200}\bschrieb\b[^\n]{0,80}:"
    r"|le\b[^\n]{5,200}\bécrit\s?:)"
    r"[ \t]*\n\Z",
    re.IGNORECASE,
)
# the letter that is answered, as other programs put it below: under a rule, or with its head
_BELOW = re.compile(
    r"\n[ \t]*(?:-{2,}|_{2,})[ \t]*(?:original(?: message| appointment)?|ursprüngliche nachricht|message d['’]origine"
    r"|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht)[ \t]*(?:-{2,}|_{2,})[ \t]*\n"
    r"|\n(?:[ \t]*_{10,}[ \t]*\n)?\*?(?:from|von|de)\s?:\*? [^\n]{2,200}\n"
    r"(?:\*?(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?)\s?:\*? [^\n]{4,100}\n)"
    r"(?:\*?(?:to|cc|an|à|para)\s?:\*? [^\n]{2,400}\n){1,2}\*?(?:subject|betreff|objet|asunto)\s?:",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:re|aw|sv|antw|rv)\s*:", re.IGNORECASE)
_HEAD = 400  # characters in which a program says who wrote what is answered
_SIGNATURE = re.compile(r"\n-- ?\n(?P<lines>(?:[^\n]*(?:\n|$)){1,10})$")
_LEAST = 200  # characters of an answer that is a text by itself
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
    return (
        paragraphs_of_markup(text)
        if body.get_content_type() == "text/html"
        else repaired(_own_words(text, is_answer=_is_answer(message)))
    )


def _is_answer(message: EmailMessage) -> bool:
    """Tell whether a letter answers another one, by its subject: "Re: Ferries", and not "Fwd: Ferries"."""
    return bool(_ANSWER.match(str(message.get("Subject") or "").lstrip()))


def _own_words(text: str, *, is_answer: bool) -> str:
    """Return a mail without its signature and what it answers to, where enough is left; what is handed on stays."""
    own = text.replace("\r\n", "\n").rstrip()
    for start in (*((_copied_from,) if is_answer else ()), _signed_from, _answered_from, _signed_from):
        at = start(own)
        if at is not None and len(own[:at].strip()) >= _LEAST:
            own = own[:at].rstrip()
    return own if len(own) < len(text.replace("\r\n", "\n").rstrip()) else text


def _answered_from(text: str) -> int | None:
    """Return where "On Monday Jo Roe wrote:" stands, behind which all lines are quoted or empty."""
    lines = text.split("\n")
    own = len(lines)
    while own and (not lines[own - 1].strip() or lines[own - 1].lstrip(" \t").startswith(">")):
        own -= 1
    before = "".join(f"{line}\n" for line in lines[max(0, own - 3) : own])
    found = _TRAIL.search(f"\n{before}"[-_HEAD:])
    return max(0, len("\n".join(lines[:own])) + 1 - len(found[0])) if found else None


def _copied_from(text: str) -> int | None:
    """Return where the letter that is answered stands in full: "-----Original Message-----"."""
    found = _BELOW.search(text)
    return found.start() if found else None


def _signed_from(text: str) -> int | None:
    found = _SIGNATURE.search(text)
    return found.start() if found else None


def _metadata(message: EmailMessage) -> Metadata:
    sender = message.get("From")
    name = sender.addresses[0].display_name if sender is not None and getattr(sender, "addresses", None) else ""
    sent = getattr(message.get("Date"), "datetime", None)
    subject = re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", str(message.get("Subject") or ""), flags=re.IGNORECASE)
    house = _house(message, name)
    return Metadata(
        title=" ".join(subject.split()) or None,
        outlet=house,
        authors=(name,) if name and not house else (),
        published=sent.isoformat() if isinstance(sent, datetime) else None,
    )


def _house(message: EmailMessage, name: str) -> str | None:
    """Return the outlet that sends a letter to its readers: "Lisk Herald" of news@mail.liskherald.com, no person."""
    host = message["From"].addresses[0].domain if name else ""
    known = known_outlet_at(host)
    if known and outlet_named(name) == known:
        return known
    return name if host and newspaper_like(name) and name_spelt_like(host, name) == name else None


def _suffix(part: EmailMessage) -> str:
    return PurePath(part.get_filename() or "").suffix.lower()


READER = Reader("e-mail", (".eml",), _read, sniff=lambda head: bool(_HEADERS.match(head)))
