"""Every IRI of the graph, derived from content alone: the same article gives the same IRIs on any machine.

An article version is ``article/{what it is}-{which text}``.  *What it is* is its URL.  Without one it is
the file's name (no folders) together with the outlet's name: folders would make the same article a new one
whenever the command runs from elsewhere or the collection is moved.  So two files of one name, one outlet
and one text are one article wherever they lie, and the path kept is the first one given; any other
difference keeps them apart.  Equal first halves therefore mean "same address" only for articles that have a
URL.

There are no blank nodes.  Only digits, ASCII letters, ``-``, ``,``, ``=``, ``;`` and ``~`` follow the fixed
bases, so no name, path or text can produce an IRI that a store refuses.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import Final

from rdflib import URIRef

from whosays.extract.records import ArticleRecord, Span
from whosays.graph.rdf.namespaces import ID

HASH_LENGTH = 16  # 80 bits: a clash among a million articles has a chance of 4e-13
SLUG_LENGTH = 80
_PLACE = re.compile(r"#\w+=(\d+),(\d+)(?:;\d+)?\Z", re.ASCII)
_WWW: Final = re.compile(r"^(https?://)www\.", re.IGNORECASE)


def digest(*parts: str, length: int = HASH_LENGTH) -> str:
    """Return the first letters of the lower-case base32 SHA-256 of the parts, whatever they hold."""
    data = b"".join(b"%d:%s" % (len(raw), raw) for raw in (part.encode("utf-8", "surrogatepass") for part in parts))
    needed = -(-length // 8) * 5  # bytes: five of them make eight letters
    return base64.b32encode(hashlib.sha256(data).digest()[:needed]).decode("ascii").lower()[:length]


def article_iri(record: ArticleRecord) -> URIRef:
    """Return the IRI of this version of the article."""
    text = unicodedata.normalize("NFC", record.text)
    return URIRef(f"{ID}article/{_address(record)}-{digest(text)}")


def _address(record: ArticleRecord) -> str:
    if record.url:
        return digest("url", _WWW.sub(r"\1", record.url))  # a page for phones has m., and its twin www.
    name = record.path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return digest("file", unicodedata.normalize("NFC", name), record.outlet.name if record.outlet else "")


def graph_iri(article: URIRef) -> URIRef:
    """Return the named graph that holds all that this article supports."""
    return URIRef(f"{article}#graph")


def reporting_iri(article: URIRef) -> URIRef:
    """Return the attribution by which the outlet reports, in its own voice, whom it reports."""
    return attribution_iri(article, "voice")


def voice_iri(article: URIRef) -> URIRef:
    """Return the referent that stands for the outlet's own voice."""
    return URIRef(f"{article}#voice")


def span_iri(article: URIRef, span: Span) -> URIRef:
    """Return the IRI of the words from start to end, in code points, end exclusive (after RFC 5147)."""
    return URIRef(f"{article}#char={span[0]},{span[1]}")


def place(iri: str) -> Span | None:
    """Return where the words stand that an IRI is made of, ``None`` for an IRI of nothing in particular."""
    found = _PLACE.search(iri)
    return (int(found[1]), int(found[2])) if found else None


def referent_iri(article: URIRef, first_mention: Span, nth: int = 0) -> URIRef:
    """Return the referent first mentioned there; ``nth`` tells apart several first mentioned there."""
    return URIRef(f"{article}#ref={first_mention[0]},{first_mention[1]}{_nth(nth)}")


def silent_referent_iri(article: URIRef, *key: str) -> URIRef:
    """Return a referent that no words of the article stand for."""
    return URIRef(f"{article}#ref={digest(*key)}")


def claim_iri(article: URIRef, first_to_last: Span) -> URIRef:
    """Return the claim whose words begin and end there."""
    return URIRef(f"{article}#claim={first_to_last[0]},{first_to_last[1]}")


def quantity_iri(article: URIRef, span: Span, nth: int = 0) -> URIRef:
    """Return the quantity told by these words; ``nth`` tells apart several readings of the same words."""
    return URIRef(f"{article}#qty={span[0]},{span[1]}{_nth(nth)}")


def skipped_iri(article: URIRef, span: Span, nth: int = 0) -> URIRef:
    """Return the ledger's line about these words."""
    return URIRef(f"{article}#skip={span[0]},{span[1]}{_nth(nth)}")


def attribution_iri(article: URIRef, key: str) -> URIRef:
    """Return the attribution whose digest is ``key``."""
    return URIRef(f"{article}#attr={key}")


def entity_iri(slug: str) -> URIRef:
    """Return the entity of this slug (made by ``slug``)."""
    return URIRef(f"{ID}entity/{slug}")


def slug(normal_form: str) -> str:
    """Return the normal form (``a-z0-9`` and spaces) as one word; distinct normal forms keep distinct slugs.

    An over-long one is cut and ends in ``~`` and a hash of the whole.
    """
    word = normal_form.replace(" ", "-")
    if len(word) > SLUG_LENGTH:
        return f"{word[:SLUG_LENGTH].rstrip('-')}~{digest(normal_form, length=8)}"
    return word


def _nth(number: int) -> str:
    return f";{number + 1}" if number else ""
