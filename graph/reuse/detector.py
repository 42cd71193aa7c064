"""Who copied whom: each article's originals, how much of it they are, and the words that prove it.

Every article is judged by itself against the few articles that may be its originals, so the result depends on
the set of articles only, and an article that comes or goes changes no more than ``touched`` says.  A text
that three articles share is traced to the one that explains most of it, which keeps two copies of one
report from counting as copies of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from whosays.extract.records import Span
from whosays.graph.names import body_form
from whosays.graph.rdf import days_between
from whosays.graph.reuse.alignment import Passage, passages
from whosays.graph.reuse.extent import is_most, is_whole
from whosays.graph.reuse.fingerprint_index import LineageArticle, LineageIndex, by_credit, by_day
from whosays.graph.reuse.fingerprints import Text
from whosays.graph.reuse.reader import names_outlet
from whosays.graph.reuse.templates import is_template

Kind: TypeAlias = Literal["wholly", "mostly", "partly", "template"]
Basis: TypeAlias = Literal["credit line", "wire credit", "named", "date", "containment", "order"]

SHARED: Final = 25  # words: fewer in common are no copy
UNQUOTED: Final = 12  # of them in the outlet's own words: a statement that both quote is no copy
OWN_SITE: Final = 0.5  # of an article's words, for an outlet to be told to repeat itself
AS_GOOD: Final = 0.8  # of the most words explained: an original as good as the best, the wire copy then preferred
DAYS: Final = 7  # an agency's copy is printed within; after longer, the earlier is the original, credit or not
CLEARLY: Final = 1.25  # times as much of the one as of the other
ORIGINALS: Final = 4
NEAR: Final = 40  # words around a passage in which an outlet may be named for it
HEAD: Final = 0.3  # of an article's characters
TEXTS: Final = 512  # kept cut into words at a time


@dataclass(frozen=True, slots=True)
class Reuse:
    """Words of an article that stand in another one first.

    ``original`` is the IRI of an article or ``None``, and then ``name`` is who is credited with an original that
    is not in the corpus.  ``copy_spans`` and ``original_spans`` correspond, passage by passage; the latter
    are empty where the original is not there to be seen.  ``credit`` are the words that credit it, if any.
    """

    copy: str
    original: str | None
    name: str | None
    kind: Kind
    basis: Basis
    copy_spans: tuple[Span, ...]
    original_spans: tuple[Span, ...] = ()
    credit: Span | None = None

    @property
    def is_copy(self) -> bool:
        """Whether the words are the original's; a template is nobody's."""
        return self.kind != "template"


@dataclass(frozen=True, slots=True)
class _Match:
    """An original that an article shares words with: the copy's by number, and those that neither quotes."""

    original: LineageArticle
    passages: tuple[Passage, ...]
    words: frozenset[int]
    unquoted: frozenset[int]
    basis: Basis
    template: bool = False


def roots(article: str, reuses: Mapping[str, Collection[Reuse]]) -> frozenset[str]:
    """Return where an article's copied words come from in the end; itself, where it copies nothing.

    ``reuses`` maps copies to theirs.  A root is an article's IRI or the name of an agency.
    """
    found: set[str] = set()
    seen = {article}
    open_ = [article]
    while open_:
        here = open_.pop()
        originals = [reuse.original or reuse.name or here for reuse in reuses.get(here, ()) if reuse.is_copy]
        if not originals:
            found.add(here)
        open_ += [original for original in originals if original not in seen]
        seen.update(originals)
    return frozenset(found) or frozenset({min(seen)})


class Tracer:
    """The articles with what is needed to trace one of them."""

    def __init__(
        self,
        find: Callable[[str], LineageArticle],
        index: LineageIndex,
        read: Callable[[str], Text],
    ) -> None:
        self._find = find
        self._index = index
        self._read = read

    def reuses(self, copy: LineageArticle) -> Iterator[Reuse]:
        """Yield what an article took over from others."""
        found = list(self._matches(copy))
        matches = [match for match in found if not match.template]
        chosen = list(_explaining(copy, self._read(copy.iri), matches)) if matches else []
        templates = (match for match in found if match.template)
        chosen += sorted(templates, key=lambda match: (-len(match.words), match.original.iri))[:1]
        for match in chosen:
            yield self._reuse(copy, match)
        yield from _credited(copy, [match.original for match in chosen if not match.template])

    def _matches(self, copy: LineageArticle) -> Iterator[_Match]:
        for iri in self._index.candidates(copy):
            original = self._find(iri)
            if original.address and original.address == copy.address:
                continue  # a version of it, not a copy
            match = self._match(copy, original)
            if match is not None:
                yield match

    def _match(self, copy: LineageArticle, original: LineageArticle) -> _Match | None:
        text, other = self._read(copy.iri), self._read(original.iri)
        found = passages(text, other)
        words = frozenset(word for passage in found for word in passage.copied)
        unquoted = frozenset(_unquoted(found, text, other))
        there = {word for passage in found for word in passage.taken}
        if len(there) < SHARED or not _is_copy(len(text.words), words, unquoted, _same_site(copy, original)):
            return None
        shares = len(words) / len(text.words), len(there) / len(other.words)
        around = (
            copy.text[_about(text, [passage.in_copy for passage in found])],
            original.text[_about(other, [passage.in_original for passage in found])],
        )
        first, basis = _first(copy, original, shares, around)
        if first is not original:
            return None
        template = is_template((copy.text, text), (original.text, other), found)
        return _Match(original, found, words, unquoted, basis, template)

    def _reuse(self, copy: LineageArticle, match: _Match) -> Reuse:
        text, other = self._read(copy.iri), self._read(match.original.iri)
        return Reuse(
            copy=copy.iri,
            original=match.original.iri,
            name=None,
            kind=_kind(copy, text, match, other),
            basis=match.basis,
            copy_spans=tuple(text.covers(*passage.in_copy) for passage in match.passages),
            original_spans=tuple(other.covers(*passage.in_original) for passage in match.passages),
        )


def _kind(copy: LineageArticle, text: Text, match: _Match, other: Text) -> Kind:
    if match.template:
        return "template"
    if is_whole(copy.contents, text, match.words, other):
        return "wholly"
    taken = {word for passage in match.passages for word in passage.taken}
    return "mostly" if is_most(len(match.words), text, len(taken), other) else "partly"


def _unquoted(found: tuple[Passage, ...], copy: Text, original: Text) -> Iterator[int]:
    """Yield the copy's words that stand in quotation marks in neither text (block quotations have none)."""
    for passage in found:
        for word, there in zip(passage.copied, passage.taken, strict=True):
            if not copy.quoted[word] and not original.quoted[there]:
                yield word


def _is_copy(length: int, words: Collection[int], unquoted: Collection[int], same_site: bool) -> bool:
    least = max(SHARED, OWN_SITE * length) if same_site else SHARED
    return len(words) >= least and len(unquoted) >= UNQUOTED


def _same_site(one: LineageArticle, other: LineageArticle) -> bool:
    return one.site is not None and one.site == other.site


def _explaining(copy: LineageArticle, text: Text, matches: list[_Match]) -> Iterator[_Match]:
    """Yield the originals that explain the copy, each by words that those before it do not hold.

    What the outlet printed before comes last: words that it took over, it took over twice.
    """
    explained: frozenset[int] = frozenset()
    for _ in range(ORIGINALS):
        left = [match for match in matches if _adds(match, explained, copy, len(text.words))]
        left = [match for match in left if not _same_site(copy, match.original)] or left
        if not left:
            return
        most = max(len(match.words - explained) for match in left)
        as_good = [match for match in left if len(match.words - explained) >= AS_GOOD * most]
        best = min(as_good, key=lambda match: by_credit(match.original))
        yield best
        explained |= best.words


def _adds(match: _Match, explained: frozenset[int], copy: LineageArticle, length: int) -> bool:
    own = _same_site(copy, match.original)
    return _is_copy(length, match.words - explained, match.unquoted - explained, own)


def _about(text: Text, passages: Collection[tuple[int, int]]) -> slice:
    """Return where the passages stand, with the words around them that may say whose they are."""
    first = max(0, min(first for first, _ in passages) - NEAR)
    last = min(len(text.words) - 1, max(last for _, last in passages) + NEAR)
    return slice(*text.covers(first, last))


def _first(
    one: LineageArticle, other: LineageArticle, shares: tuple[float, float], around: tuple[str, str]
) -> tuple[LineageArticle, Basis]:
    """Return which of two articles with words in common had them first, and why that is thought.

    ``shares`` are the parts of their own words that they have in common, ``around`` the text about these words:
    who names the other's outlet there has them from it, and where nothing else tells, the one that lies more in
    the other is the copy.
    """
    near = _days_between(one, other) <= DAYS
    signs: tuple[tuple[Basis, bool, bool], ...] = (
        ("credit line", _credits(one, other), _credits(other, one)),
        ("wire credit", near and one.agency is None, near and other.agency is None),
        ("credit line", near and one.admits, near and other.admits),
        ("named", near and _names(around[0], one, other), near and _names(around[1], other, one)),
        ("date", _is_later(one, other), _is_later(other, one)),
        ("containment", shares[0] >= CLEARLY * shares[1], shares[1] >= CLEARLY * shares[0]),
    )
    for basis, one_copies, other_copies in signs:
        if one_copies != other_copies:
            return (other if one_copies else one), basis
    return min(one, other, key=by_day), "order"


def _is_later(one: LineageArticle, other: LineageArticle) -> bool:
    return one.published is not None and other.published is not None and one.published > other.published


def _names(words: str, copy: LineageArticle, original: LineageArticle) -> bool:
    site = original.site
    return site is not None and site != copy.site and names_outlet(words, site)


def _credits(copy: LineageArticle, original: LineageArticle) -> bool:
    """Tell whether the one credits the other's outlet with its text."""
    if not original.site or copy.site == original.site:
        return False
    credited = {body_form(copy.agency)} if copy.agency else set()
    return original.site in credited.union(map(body_form, copy.taken_from))


def _days_between(one: LineageArticle, other: LineageArticle) -> int:
    return days_between(one.published or None, other.published or None) or 0


def _credited(copy: LineageArticle, originals: list[LineageArticle]) -> Iterator[Reuse]:
    """Yield the originals that are credited but not in the corpus."""
    there = {body_form(name) for article in originals for name in (article.agency, article.site) if name}
    names = [copy.agency] if copy.agency else []
    for name in (*names, *(name for name in copy.taken_from if name not in names)):
        if body_form(name) not in {*there, copy.site}:
            there.add(body_form(name))
            yield _credit(copy, name)


def _credit(copy: LineageArticle, name: str) -> Reuse:
    is_agency = name == copy.agency
    found = next((each for each in copy.credited if each.name == name or (is_agency and each.how == "wire")), None)
    line = found.span if found else None
    whole = not (found and found.share) and copy.author is None
    body = _paragraphs(copy, line) if whole or line is None else None
    return Reuse(
        copy=copy.iri,
        original=None,
        name=name,
        kind="wholly" if whole else "partly",
        basis="wire credit" if is_agency else "credit line",
        copy_spans=(body or line or (0, len(copy.text)),),
        credit=line,
    )


def _paragraphs(article: LineageArticle, credit: Span | None) -> Span | None:
    """Return the lines from the first to the last in which somebody is said to say something.

    What stands above a credit line near the beginning is headline and date.
    """
    above = credit[1] if credit and credit[1] < len(article.text) * HEAD else 0
    spans = [span for content in article.contents for span in content if span[0] >= above]
    if not spans:
        return None
    start = article.text.rfind("\n", 0, min(span[0] for span in spans)) + 1
    end = article.text.find("\n", max(span[1] for span in spans))
    return start, len(article.text) if end < 0 else end
