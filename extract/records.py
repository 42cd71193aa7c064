"""The records that leave ``extract``: plain, frozen, JSON-serialisable; they know no RDF and no spaCy.

Offsets are Unicode code points into ``ArticleRecord.text``, end exclusive.  For a ``.txt`` file that text is the
file as decoded, newlines untouched.  Unknown is ``None``, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Span = tuple[int, int]
EntityType = Literal["Person", "Organization", "MilitaryUnit", "Place", "Outlet"]
QuoteType = Literal["direct", "indirect", "mixed"]
Stance = Literal["reports", "asserts", "confirms", "denies", "doubts", "unverified", "noComment", "asks", "retracts"]
Kind = Literal["speech", "document", "thought", "showing", "hearsay", "refusal", "act"]
Crediting = Literal["wire", "signed", "taken", "linked"]
Certainty = Literal["certain", "probable", "expected", "possible", "unspecified", "alleged"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published the article, and the words that tell it (``None``: told by metadata)."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A referent: whoever or whatever some mentions of one article stand for.

    ``mentions`` are in text order and include pronouns and roles ("he", "the lawmaker").  ``aliases`` are the
    distinct proper names among them ("National Intelligence Service", "NIS"); empty where ``named`` is false,
    and ``name`` is then the fullest description ("a senior U.S. military official").  Of a military unit
    ``country`` is whose it is and ``part_of`` the ``id`` of the unit that it is part of, where the article tells.
    Where several speak together ("Roe and Lund said") they are one entity, and ``members`` the ``id`` of each of them.
    ``singulars`` are the plurals among its words with their singulars ("officials official").
    """

    id: str
    type: EntityType
    name: str
    named: bool
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None
    part_of: str | None = None
    members: tuple[str, ...] = ()
    singulars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One hop: the article presents a source as holding a stance towards a content.

    ``inside`` is the ``id`` of the attribution that reports this one; ``None`` means that the outlet does, in its
    own voice.  ``source`` and ``entity`` are ``None`` where the text names nobody ("reportedly").  ``hedges`` are
    the words that weaken this hop.  ``cue`` is empty for a floating quotation, which inherits its speaker.  ``kind``
    says how somebody's word it is; an ``act`` ("shelved its plans") is nobody's, and holds no other hop and no figure.
    ``told`` are the ``id`` of the outlets that the source said it to ("told the Norpress agency").  ``in_full`` are
    the words with those of the cue where a content says nothing without it ("condemned the raid"), else empty.
    """

    id: int
    source: Span | None
    entity: str | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    quote: QuoteType
    stance: Stance
    certainty: Certainty
    confidence: float
    cue_lemma: str | None = None
    hedges: tuple[Span, ...] = ()
    kind: Kind = "speech"
    told: tuple[str, ...] = ()
    in_full: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, by the spans that say it, as terms (``whosays.extract.syntax.terms``): ``gate/N/s stick/V/p``.

    There is one for the content of each attribution, and one for the sentence of each figure of the outlet's own.
    ``self_contained`` are its words with names for its pronouns and descriptions, empty where they need none;
    ``points`` tells at which other claim one points that says nothing itself ("that toll": "toll", "counts");
    ``clause`` is the clause that "The dam … to have leaked" stands for, empty where the words are one as they stand.
    """

    content: tuple[Span, ...]
    terms: str
    self_contained: str = ""
    points: tuple[str, ...] = ()
    clause: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The time told with a figure: its words, and from which day to which it reaches; ``None`` is open or unknown.

    ``value`` is after TIMEX3 ("2024-12-16", "2024-W51", "2024-Q3", "2024-SU"; "2024-05-01/2024-07-31" from a day to a
    day), ``granularity`` one of day, week, weekend, month, quarter, half, season, year, decade, century, span.
    """

    span: Span
    value: str
    start: str | None
    end: str | None
    granularity: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that somebody claims: the interval ``low`` to ``high``, both inclusive, ``None`` is open.

    ``measure`` is what the predicate counts ("killed", "killed or wounded", "deployed"); ``of`` is whom or what
    ("North Korean soldiers"); ``attribution`` is the innermost hop that holds it, ``None`` the outlet's own
    voice; ``sentence`` is the sentence around it; ``when`` is the time told with it, read from the article's date, and
    ``where`` the words of the place.  ``setting`` is what the sentence tells of how it was counted ("days 30",
    "supposed", "place sarn"), with the words that belong to it there ("around crane sarn") and those of whom it counts
    ("of soldier okhari"); ``terms`` those of its measure, or, where it has none, of whom it counts and of what is said
    behind it.
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    measure: str | None
    of: str | None
    attribution: int | None
    sentence: Span
    when: When | None = None
    where: Span | None = None
    setting: tuple[str, ...] = ()
    terms: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed, whoever tells it: its value, and the sign of money before it, or nothing.

    No dates, clock times, ages and scores.
    """

    span: Span
    value: float
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the article credits: ``how`` is "wire", "signed", "taken", or "linked" where nobody is named.

    ``span`` are the words that do, ``None`` where no line does; ``share``: they credit a part only ("with files from").
    """

    name: str
    how: Crediting
    span: Span | None = None
    share: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Words with a reporting cue or a number that produced no attribution or figure, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """All that was read out of one version of one article; ``context`` are the names that it is known by.

    ``sentences`` are those of its prose, ``numbers`` all that are printed in it, ``credits`` whose text it says it is.
    ``given`` are the names of what the user gave otherwise than it was read ("outlet").
    """

    path: str
    sha256: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: Outlet | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    wire: str | None = None
    language: str | None = None
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    context: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()
    numbers: tuple[Number, ...] = ()
    credits: tuple[Credit, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    source_sha256: str | None = None
    given: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON-ready built-ins, keys in field order, the text last."""
        fields = _fields(self) | {"outlet": _fields(self.outlet) if self.outlet else None}
        for name in ("entities", "attributions", "figures", "claims", "numbers", "credits", "skipped"):
            fields[name] = tuple(map(_fields, fields[name]))
        for figure in fields["figures"]:
            figure["when"] = _fields(figure["when"]) if figure["when"] else None
        fields["text"] = fields.pop("text")
        return fields

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ArticleRecord:
        """Rebuild a record from what ``to_json`` gave, through JSON or not."""
        return cls(
            **{
                **data,
                "outlet": _outlet(data["outlet"]) if data.get("outlet") else None,
                "entities": tuple(_entity(e) for e in data.get("entities", ())),
                "attributions": tuple(_attribution(a) for a in data.get("attributions", ())),
                "figures": tuple(_figure(f) for f in data.get("figures", ())),
                "claims": tuple(_claim(c) for c in data.get("claims", ())),
                "context": tuple(data.get("context", ())),
                "sentences": _spans(data.get("sentences", ())),
                "numbers": tuple(Number(**{**n, "span": _span(n["span"])}) for n in data.get("numbers", ())),
                "credits": tuple(
                    Credit(**{**c, "span": _optional_span(c.get("span"))}) for c in data.get("credits", ())
                ),
                "skipped": tuple(Skipped(_span(s["span"]), s["why"]) for s in data.get("skipped", ())),
                "notes": tuple(data.get("notes", ())),
                "given": tuple(data.get("given", ())),
            }
        )


def _fields(record: Any) -> dict[str, Any]:
    """Return a record's fields as they are: spans are tuples, which need no copy."""
    return {name: getattr(record, name) for name in record.__slots__}


def _span(value: Any) -> Span:
    start, end = value
    return int(start), int(end)


def _optional_span(value: Any) -> Span | None:
    return None if value is None else _span(value)


def _spans(values: Any) -> tuple[Span, ...]:
    return tuple(_span(value) for value in values)


def _outlet(data: Mapping[str, Any]) -> Outlet:
    return Outlet(data["name"], _optional_span(data.get("span")))


def _entity(data: Mapping[str, Any]) -> Entity:
    lists = {name: tuple(data.get(name, ())) for name in ("aliases", "members", "singulars")}
    return Entity(**{**data, "mentions": _spans(data["mentions"]), **lists})


def _attribution(data: Mapping[str, Any]) -> Attribution:
    return Attribution(
        **{
            **data,
            "source": _optional_span(data["source"]),
            "cue": _spans(data["cue"]),
            "content": _spans(data["content"]),
            "hedges": _spans(data.get("hedges", ())),
            "told": tuple(data.get("told", ())),
        }
    )


def _claim(data: Mapping[str, Any]) -> Claim:
    return Claim(**{**data, "content": _spans(data["content"]), "points": tuple(data.get("points", ()))})


def _figure(data: Mapping[str, Any]) -> Figure:
    when = data.get("when")
    told = When(**{**when, "span": _span(when["span"])}) if when else None
    spans = {"span": _span(data["span"]), "sentence": _span(data["sentence"])}
    where, setting = _optional_span(data.get("where")), tuple(data.get("setting", ()))
    return Figure(**{**data, **spans, "when": told, "where": where, "setting": setting})
