"""From an article to its record: the Doc's findings put together and taken back to the article's offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from whosays.extract.articles import Article, credits_of, prose_of
from whosays.extract.attribution import (
    ACT,
    Hop,
    Judge,
    KindReader,
    Linker,
    Page,
    kind_by_stance,
    outlets_at,
    told_to,
    weighed,
)
from whosays.extract.chunks import CHUNK, Findings, joined, located, pieces
from whosays.extract.claims import compared, count_names, known_by, read_claims, with_singulars
from whosays.extract.components import ATTRIBUTION, complete
from whosays.extract.coreference import Referents
from whosays.extract.coverage import ledger
from whosays.extract.factuality import as_told, presupposed, read_stance
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.pipeline import columns, find_quotations, load_model, new_model, uniform_marks
from whosays.extract.quantities import Quantity, printed_numbers
from whosays.extract.quote_types import quote_type
from whosays.extract.records import ArticleRecord, Attribution, Figure, Skipped, Span
from whosays.extract.syntax import case_of, chars, in_full, sentence_spans
from whosays.extract.time import dated, day_of, sited
from whosays.extract.units import affiliated, affiliations

LANGUAGE = "en"
BLOB = re.compile(r"(?<!\S)\S{1000,}")  # no prose; the tokeniser's time grows with the square of it
RELAYED = 0.5  # share of a content that another voice's words, cue and name take, from which on it is a report
RELAYED_AT_ONCE, LEADING = 0.25, 3  # where that voice comes among the first tokens
WORDS = ("speech", "document", "refusal")  # kinds of what somebody else can pass on
BODIES = ("Organization", "Outlet")
UNTOLD = (ACT, "refusal")  # kinds of what nobody was told
ANSWERED = ("denies", "doubts", "unverified", "noComment", "retracts")  # towards what was said already
ACCUSING = verb_class("suspecting")
ADDRESSED = re.compile(r" ?(?:the |all |some |another |its |their |his |her )*")  # "asked [all] 40 owners to leave"
COMPARED = re.compile(
    r",? (?:and |which (?:is|was) )?(?:well |far |sharply |slightly |a little )?(?:up|down|rising|falling|lower|higher)"
    r"(?: than| from) [^.;:()“”\"]{0,60}|,? compared (?:with|to) [^.;:()“”\"]{0,60}"
)
MANY_SPEAKERS = 10  # from which on their number is news


class Extractor:
    """Reads articles with one loaded pipeline; holds no state between articles.

    A pipeline that is given becomes the extractor's own, with its linker and judge.
    """

    def __init__(self, nlp: Language | None = None, linker: Linker | None = None, judge: Judge | None = None) -> None:
        if nlp is None:
            nlp = load_model() if linker is None and judge is None else new_model()
        self._nlp = complete(nlp, linker, judge)
        self._judge: Judge | None = self._nlp.get_pipe(ATTRIBUTION).judge  # type: ignore[attr-defined]
        self._nlp.max_length = max(self._nlp.max_length, 2 * CHUNK)

    def record(self, article: Article) -> ArticleRecord:
        """Return what an article says; one that is not English has its language and no attributions."""
        if article.language not in (None, LANGUAGE):
            return _record(article, Findings(), (f"not read: language {article.language}, only English is",))
        prose = prose_of(article)
        parts = [
            located(self._findings(prose.text[start:end], article), prose, start) for start, end in pieces(prose.text)
        ]
        return _record(article, joined(parts), ())

    def read(self, text: str, article: Article) -> Doc:
        """Return a prose of an article with all that the pipeline finds in it."""
        return self._nlp(self._unread(BLOB.sub(lambda blob: " " * len(blob[0]), text), article))

    def _findings(self, text: str, article: Article) -> Findings:
        doc = self.read(text, article)
        whole = columns(doc).whole
        hops, found = doc._.attributions.in_text_order(), tuple(_attributions(doc))
        page = Page.of(whole, tuple(sentence_spans(doc)), doc._.referents.entities, found)
        attributions = tuple(weighed(found, [hop.features for hop in hops], page, self._judge))
        voiced = [a for a in attributions if a.kind != ACT]
        counted = [_unless_of_speakers(number, voiced) for number in doc._.numbers]
        counts = [_figure(whole, number, voiced) for number in counted if isinstance(number, Quantity)]
        counts = list(dated(whole, counts, voiced, day_of(article.published)))
        figures = tuple(compared(doc, sited(doc, counts, voiced)))
        entities = with_singulars(doc, affiliated(doc._.referents.entities, affiliations(whole, doc._.units)))
        return Findings(
            entities,
            attributions,
            figures,
            tuple(read_claims(doc, voiced, figures, entities)),
            page.sentences,
            tuple(printed_numbers(whole)),
            count_names(doc),
            tuple(ledger(doc, doc._.attributions, counted)),
        )

    def _unread(self, text: str, article: Article) -> Doc:
        """Return the words of a text with what only the article tells of it."""
        quotations = find_quotations(text)
        doc = self._nlp.make_doc(uniform_marks(text, quotations))
        doc._.quotations = quotations
        doc._.outlet = article.outlet.name if article.outlet else None
        return doc


def _attributions(doc: Doc) -> Iterator[Attribution]:
    hops, referents = doc._.attributions.in_text_order(), doc._.referents
    text, relaying = columns(doc).whole, set(_relaying(hops, referents))
    quoted_parts = [part for quotation in doc._.quotations for part in quotation.parts]
    told, outlets = KindReader.of(doc), outlets_at(doc, referents.entities)
    for number, hop in enumerate(hops):
        source = chars(hop.source) if hop.source is not None else None
        stance = read_stance(doc, hop.cue, hop.source, hop.content, relays=number in relaying)
        if told is not None:
            stance = as_told(stance, told.stances(hop.cue))
        if hop.stance is not None:
            stance = replace(stance, stance=hop.stance, certainty="unspecified", hedges=())
        kind = kind_by_stance(hop.kind, stance.stance)
        yield Attribution(
            id=number,
            source=source,
            entity=referents.of(source) if source is not None else None,
            cue=tuple(chars(span) for span in hop.cue),
            content=tuple(chars(span) for span in hop.content),
            inside=hop.inside,
            quote=quote_type(text, [chars(span) for span in hop.content], quoted_parts),
            stance=stance.stance,
            certainty=stance.certainty,
            confidence=hop.confidence,
            cue_lemma=stance.cue_lemma,
            hedges=stance.hedges,
            kind=kind,
            told=() if kind in UNTOLD else told_to(hop.cue, hop.source, outlets),
            in_full="" if stance.stance in ANSWERED else in_full(hop.cue, hop.content),
        )


def _relaying(hops: Sequence[Hop], referents: Referents) -> Iterator[int]:
    """Yield the hops whose content is what another voice says, and not only an aside of it in a longer statement.

    Who tells what he has said, thinks or wants himself passes nothing on, nor does who says what others think, what
    is rumoured ("is expected to") or looked into, or what something shows.
    """
    for hop in hops:
        if hop.inside is not None and hop.kind in WORDS:
            outer, inner = hops[hop.inside], [*hop.content, *hop.cue, *([hop.source] if hop.source else [])]
            if _is_of_oneself(outer.source, hop.source, referents) or _is_looked_into(hop) or _is_measured(hop):
                continue
            held = sum(_shared(chars(part), chars(span)) for span in outer.content for part in inner)
            leads = min(span.start for span in inner) <= outer.content[0].start + LEADING
            if held >= (RELAYED_AT_ONCE if leads else RELAYED) * sum(len(span.text) for span in outer.content):
                yield hop.inside


def _is_of_oneself(outer: Tokens | None, inner: Tokens | None, referents: Referents) -> bool:
    """Tell "[Roe] said [he] believed it"; whether "the foreman" is Roe is less sure."""
    if outer is None or inner is None or inner.root.pos_ != "PRON":
        return False
    voice = referents.of(chars(outer))
    return voice is not None and voice == referents.of(chars(inner))


def _is_looked_into(hop: Hop) -> bool:
    """Tell "said it was investigating [reports] [that it leaked]", which passes no report on."""
    noun = hop.cue[0].root if hop.cue and hop.source is None else None
    return noun is not None and noun.pos_ == "NOUN" and noun.head.lemma_.lower() in word_class("looking_into")


def _is_measured(hop: Hop) -> bool:
    """Tell "said [the data] [show] a rise": who says so argues with it, and passes on nobody's words.

    "Data from the ministry" are the ministry's.
    """
    if hop.source is None or not hop.cue or hop.cue[0].root.lemma_.lower() not in verb_class("indicating"):
        return False
    data = hop.source.root
    givers = (noun for noun in data.children if case_of(noun) in ("by", "from"))
    measure = data.lemma_.lower() == "data" or data.lemma_.lower() in word_class("telling_measures")
    return measure and not any(_is_a_body(noun) for noun in givers)


def _is_a_body(noun: Token) -> bool:
    return noun.ent_type_ in BODIES or "organisation" in kinds(noun.lemma_.lower())


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _unless_of_speakers(number: Quantity | Skipped, attributions: Sequence[Attribution]) -> Quantity | Skipped:
    """Return a number, skipped where it only tells how many are speaking: "Two residents said ..."."""
    few = isinstance(number, Quantity) and number.high is not None and number.high < MANY_SPEAKERS
    speaking = few and any(a.source is not None and a.source[0] == number.span[0] for a in attributions)
    return Skipped(number.span, "how many are speaking") if speaking else number


def _figure(text: str, quantity: Quantity, attributions: Sequence[Attribution]) -> Figure:
    told = (a for a in attributions if not presupposed(text, quantity.span, a))
    held = [a for a in told if not _is_of_teller(text, quantity.span, a)]
    holder = _holder(quantity.span, held)
    return Figure(
        span=quantity.span,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        measure=quantity.measure,
        of=quantity.of,
        attribution=holder if holder is not None else _compared(text, quantity, held),
        sentence=quantity.sentence,
    )


def _holder(span: Span, attributions: Sequence[Attribution]) -> int | None:
    """Return the innermost attribution whose content holds a span: the deepest, then the shortest, then the last.

    Who disputes or takes back the same words comes behind who says them.
    """
    by_id, depth = {a.id: a for a in attributions}, dict[int, int]()
    best: tuple[int, int, bool, int] | None = None
    for attribution in attributions:
        if any(start <= span[0] and span[1] <= end for start, end in attribution.content):
            level = _depth(attribution.id, by_id, depth)
            size = sum(end - start for start, end in attribution.content)
            says = attribution.stance not in ("denies", "retracts")
            best = max(best or (-1, 0, False, 0), (level, -size, says, attribution.id))
    return best[3] if best else None


def _is_of_teller(text: str, span: Span, hop: Attribution) -> bool:
    """Tell whether who tells of a hop tells the number: how many were asked to do something, how many are accused."""
    if not hop.cue or not hop.content:
        return False
    if hop.source is None and hop.cue_lemma in ACCUSING:
        return span[1] <= hop.cue[0][0]
    start, end = hop.content[0]
    addressed = hop.cue_lemma in verb_class("ordering") and start <= span[0] and span[1] <= end
    return (
        addressed and ADDRESSED.fullmatch(text, hop.cue[-1][1], span[0]) is not None and " to " in text[span[1] : end]
    )


def _compared(text: str, quantity: Quantity, attributions: Sequence[Attribution]) -> int | None:
    """Return who last spoke in its sentence, where a number behind it is what theirs is compared with."""
    first, start = quantity.sentence[0], quantity.span[0]
    ends = [end for a in attributions for _, end in a.content if first < end <= start]
    behind = [end for a in attributions for _, end in a.cue if first < end <= start]
    if not ends or not COMPARED.fullmatch(text, max([*ends, *behind]), start):
        return None
    return _holder((max(ends) - 1, max(ends)), attributions)


def _depth(number: int, attributions: Mapping[int, Attribution], known: dict[int, int]) -> int:
    if number not in known:
        outer = attributions[number].inside
        known[number] = 0 if outer is None else 1 + _depth(outer, attributions, known)
    return known[number]


def _record(article: Article, findings: Findings, notes: tuple[str, ...]) -> ArticleRecord:
    return ArticleRecord(
        path=article.path,
        sha256=article.sha256,
        text=article.text,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
        author=article.author,
        published=article.published,
        updated=article.updated,
        wire=article.wire,
        language=article.language,
        entities=findings.entities,
        attributions=findings.attributions,
        figures=findings.figures,
        claims=findings.claims,
        sentences=findings.sentences,
        numbers=findings.numbers,
        credits=tuple(credits_of(article.text, article.wire)),
        context=known_by(findings.names, article.outlet.name if article.outlet else ""),
        skipped=findings.skipped,
        notes=article.notes + notes,
        source_sha256=article.source_sha256,
        given=article.given,
    )
