"""Bytes to text: UTF-8 where it is, a detected encoding where it is not, a reason where it is no text.

A byte order mark is treated as Python's codecs treat it: that of UTF-8 stays, as the text's first code point,
and counts in offsets; that of UTF-16 and UTF-32 belongs to the encoding and is gone.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from whosays.extract.errors import ArticleSkipped

_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 27}))
_HIGH = bytes(range(128, 256))
# ASCII and what Western European news in cp1252 has beyond it.
_WESTERN = bytes(range(128)) + "\xa0‘’“”–—…•«»‹›°£€©®ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÚÛÜßàáâäåçèéêëíîïñóôöùúûü".encode("cp1252")
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"RIFF",
)
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}",
)
_SAMPLE = 200_000
_MOSTLY_ASCII = 0.03
_MOSTLY_UTF8 = 0.8


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and what a reader should know about how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a file's bytes; ``declared`` is the encoding that it claims, believed only where UTF-8 fails.

    Raises ``ArticleSkipped`` for an empty file, a binary one and one that no encoding fits.
    """
    if not data.strip():
        raise ArticleSkipped("the file is empty")
    if data.startswith(_MAGIC):
        raise ArticleSkipped("binary file, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded_as(data, encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        return _decoded_as(data, wide)
    text = _as_utf8(data)
    if text is None:
        return _detected(data, declared)
    _refuse_binary(data)
    return Decoded(text)


def _as_utf8(data: bytes) -> str | None:
    """Decode as UTF-8, encoded lone surrogates included, or return ``None``."""
    try:
        return _paired(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return None


def _paired(text: str) -> str:
    """Return a text with halves of one character that stand side by side made that character, as JSON reads them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if _HALVES.search(text) else text


def _refuse_binary(data: bytes) -> None:
    if _share(data, _CONTROLS) > 0.1:
        raise ArticleSkipped("binary file, not text")


def _share(data: bytes, of: bytes) -> float:
    return 1 - len(data.translate(None, of)) / len(data)


def _detected(data: bytes, declared: str | None) -> Decoded:
    _refuse_binary(data)
    if _share_of_utf8(data) > _MOSTLY_UTF8:
        text = data.decode("utf-8", "replace")
        return Decoded(text, ("decoded as utf-8, invalid bytes replaced by U+FFFD",))
    return _decoded_as(data, _known(declared) or _guess(data))


def _wide_encoding(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in Western text every other byte is zero."""
    head = data[:_SAMPLE]
    half = max(len(head) // 2, 1)
    if head[1::2].count(0) > 0.6 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _share_of_utf8(data: bytes) -> float:
    """Return the share of non-ASCII bytes that stand in well-formed UTF-8 sequences."""
    high = len(data) - len(data.translate(None, _HIGH))
    return sum(len(match.group()) for match in _UTF8_SEQUENCE.finditer(data)) / max(high, 1)


def _known(encoding: str | None) -> str | None:
    """Return a declared encoding's Python name; latin-1 stands for cp1252, as in browsers."""
    if not encoding:
        return None
    try:
        name = codecs.lookup(encoding.strip()).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else None if name == "utf-8" else name


def _guess(data: bytes) -> str:
    """Name the likeliest encoding: cp1252 for Western letters and few high bytes, anything else is detected."""
    if _share(data, _HIGH) < _MOSTLY_ASCII or not data.translate(None, _WESTERN):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, rarely needed

    first_high = len(data) - len(data.lstrip(bytes(range(128))))
    at = max(0, min(first_high - _SAMPLE // 2, len(data) - _SAMPLE))
    best = from_bytes(data[at : at + _SAMPLE]).best()
    if best is None:
        raise ArticleSkipped("cannot be decoded: neither UTF-8 nor any encoding that was tried")
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding


def _decoded_as(data: bytes, encoding: str) -> Decoded:
    try:
        text = _paired(data.decode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict"))
    except (UnicodeDecodeError, LookupError) as error:
        if encoding == "cp1252":  # five bytes of cp1252 mean nothing; latin-1 accepts them
            return Decoded(data.decode("latin-1"), ("decoded as latin-1",))
        raise ArticleSkipped(f"cannot be decoded as {encoding}") from error
    if not text.strip("\ufeff \r\n\t"):
        raise ArticleSkipped("the file is empty")
    return Decoded(text, (f"decoded as {encoding}",))
