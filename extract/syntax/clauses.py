"""What syntax knows about a reporting verb: who speaks, and which clause is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from whosays.extract.lexicon import hearsay_adverbs, verb_class, word_class
from whosays.extract.syntax.spans import overlap, sentence_of, subtree, trimmed

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
HEARSAY = hearsay_adverbs()
CLAUSES = ("ccomp", "xcomp", "parataxis")
PREDICATES = ("VERB", "AUX", "ADJ", "NOUN")
NOBODY = word_class("no_subjects")
SPEAKING_PRONOUNS = frozenset(["he", "she", "it", "they"])
MARKS = frozenset(["that", "whether", "if"])
FEWEST_WORDS = 3
LONGEST_CRY = 16  # tokens
HELPERS = frozenset(["aux", "aux:pass", "advmod", "neg"])
INFORMING = verb_class("informing")
GIVING = frozenset(["by", "from"])


def is_passive(verb: Token) -> bool:
    """Tell whether a verb's subject undergoes what it says."""
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)


def is_of_all(clause: Token) -> bool:
    """Tell "30 men [guarding the dam]" from an aim ("to guard it") and from what some are ("including 9 hurt")."""
    aim = clause.tag_ == "VB" and not is_passive(clause)
    return not aim and all(token.lower_ != "including" for token in clause.doc[clause.head.i + 1 : clause.i])


def is_finite(verb: Token) -> bool:
    """Tell whether a verb, or what helps it, has a tense."""
    return any(token.tag_ in FINITE for token in (verb, *verb.children))


def is_finite_verb(token: Token) -> bool:
    """Tell whether a word is a verb with a tense of its own."""
    return token.tag_ in FINITE and token.pos_ in ("VERB", "AUX")


def cue_of(verb: Token) -> Span:
    """Return a verb with the auxiliaries, adverbs and negation right before it."""
    start = verb.i
    while start > sentence_of(verb).start and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in HELPERS:
        start -= 1
    return verb.doc[start : verb.i + 1]


def told_by(who: Token) -> Token | None:
    """Return the noun of which a relative "who" tells: its clause's, or where that hangs elsewhere the one before it.

    Parsers hang "said Roe, who put ..." on "said" as often as on Roe.
    """
    if who.tag_ != "WP" or not who.dep_.startswith("nsubj"):
        return None
    if who.head.dep_.startswith("acl"):
        return who.head.head
    comma = who.i > 1 and who.nbor(-1).text == ","
    return who.nbor(-2) if comma and who.nbor(-2).pos_ in ("NOUN", "PROPN") else None


def speaker(verb: Token, *, without: Iterable[Span] = ()) -> Span | None:
    """Return the subject of an active verb: its own, or one it shares with the verb that it is joined to."""
    if is_passive(verb):
        return None
    subject = next((s for s in _subjects(verb) if s.lower_ not in NOBODY), None)
    span = subtree(subject, without=without) if subject is not None else None
    return _with_title(span, verb) if span is not None else None


def _with_title(subject: Span, verb: Token) -> Span:
    """Return a subject with the one right before it: the parser may part "union leader" or "Korrin's" from the rest."""
    title = next((c for c in verb.children if c.dep_ == "nsubj" and c.right_edge.i + 1 == subject.start), None)
    owner = title is not None and title.right_edge.tag_ == "POS"
    if title is None or (title.ent_type_ == "Person" and not owner) or title.pos_ not in ("NOUN", "PROPN"):
        return subject
    return subject.doc[title.left_edge.i : subject.end]


def _subjects(verb: Token) -> Iterator[Token]:
    """Yield the subjects of a verb, the nearest before it first, and those of the verb that it is joined to."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    yield from sorted(own, key=lambda c: (c.i > verb.i, -c.i))
    # "Roe is a critic of the plan and has accused the council": also the subject of a predicate without a verb.
    if verb.dep_ == "conj" and (verb.head.pos_ == "VERB" or not own):
        yield from (c for c in verb.head.children if c.dep_ == "nsubj")
    # "The minister, citing a report, says": the parser gives the subject to the nearer verb.
    between = (c for c in verb.children if c.tag_ == "VBG" and c.i < verb.i)
    yield from (c for participle in between for c in participle.children if c.dep_ == "nsubj" and c.i < participle.i)


def giver_of(noun: Token) -> Token | None:
    """Return who gives what a noun names: "a warning from [the port]", "claims by [divers]".

    Of "won a promise from the port that it would pay" the parser may hang the port on "won".
    """
    own = next((c for c in noun.children if c.dep_ == "nmod" and c.i > noun.i and case_of(c) in GIVING), None)
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return behind.head if own is None and behind.lower_ in GIVING and behind.dep_ == "case" else own


PHRASE = frozenset(["PROPN", "NOUN", "ADJ", "DET"])


def pronoun_before(cue: Span) -> Span | None:
    """Return the pronoun that stands right before a cue that begins with a finite verb, whatever it hangs on."""
    doc, at = cue.doc, cue.start - 1
    speaks = at >= 0 and doc[at].lower_ in SPEAKING_PRONOUNS and any(token.tag_ in FINITE for token in cue)
    return doc[at : cue.start] if speaks else None


def reported_clause(verb: Token, taken: Sequence[Span]) -> list[Span]:
    """Return what a verb reports: the clause it governs, or the sentence that its parenthesis interrupts.

    ``taken`` are the cue and source, which are cut out.
    """
    marked = _marked_clause(verb, taken)
    if marked is not None:
        return [marked]
    for child in verb.children:
        if child.dep_ in CLAUSES and child.pos_ in PREDICATES:
            clause = subtree(child, without=taken)
            if clause is not None and len(clause) >= FEWEST_WORDS and not _coordinate(child):
                return [clause]
    return list(_interrupted(verb, taken)) if verb.dep_ == "parataxis" else []


def _marked_clause(verb: Token, taken: Sequence[Span]) -> Span | None:
    """Return the clause that "that" or "whether" opens right behind a verb, whatever the parser hangs it on."""
    mark = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if mark.lower_ not in MARKS or mark.dep_ != "mark" or mark.head.i < mark.i:
        return None
    clause = subtree(mark.head, without=taken)
    return trimmed(verb.doc, mark.i, clause.end) if clause is not None else None


def _coordinate(clause: Token) -> bool:
    """A clause behind a semicolon is said by the writer, not by the subject."""
    return clause.dep_ == "parataxis" and any(c.text == ";" for c in clause.children)


def _interrupted(verb: Token, taken: Sequence[Span]) -> Iterator[Span]:
    sentence = sentence_of(verb)
    own = [t.i for t in verb.subtree if not t.is_punct]
    first, last = min(own), max(own)
    for start, end in ((sentence.start, first), (last + 1, sentence.end)):
        span = trimmed(verb.doc, start, end)
        if span is not None and len(span) >= FEWEST_WORDS and not overlap(span, taken):
            yield span


def behind_colon(cue: Span) -> Span | None:
    """Return the sentence behind a colon that ends or directly follows a cue ("Mayor: dam is safe")."""
    doc = cue.doc
    at = cue.end - 1 if cue[-1].text == ":" else cue.end
    if at + 1 >= len(doc) or doc[at].text != ":" or doc[at + 1].is_space:
        return None
    return trimmed(doc, at + 1, sentence_of(doc[at + 1]).end)


def is_aside(verb: Token) -> bool:
    """Tell "as the Gull explained" and "as widely reported", with nothing of their own that they tell."""
    first = next((c for c in verb.children if not c.is_punct), verb)
    opened = first.lower_ == "as" and verb.head != verb and not first.left_edge.i < first.i
    return opened and not any(c.i > verb.i and c.dep_ in ("ccomp", "iobj", "obj", "xcomp") for c in verb.children)


def around_aside(verb: Token) -> list[Span]:
    """Return the clause around an aside, in one part or two: "[The valve], as the Gull explained, [is old]"."""
    doc, head = verb.doc, verb.head
    before = trimmed(doc, head.left_edge.i, verb.left_edge.i)
    behind = trimmed(doc, verb.right_edge.i + 1, head.right_edge.i + 1)
    parts = [span for span in (before, behind) if span is not None]
    return parts if any(len(span) >= FEWEST_WORDS for span in parts) else []


def quotation_behind(cue: Span) -> Span | None:
    """Return the short quotation right behind a cue: "a man yelled [Bomb!]", "they chanted, [No more dams,]"."""
    doc = cue.doc
    at = cue.end + (cue.end < len(doc) and doc[cue.end].text in (",", ":"))
    if at >= len(doc) or not doc[at].is_quote:
        return None
    end = next((t for t in doc[at + 1 : at + 1 + LONGEST_CRY] if t.is_quote or t.is_space), None)
    return trimmed(doc, at + 1, end.i) if end is not None and end.is_quote else None


def case_of(token: Token) -> str:
    """Return the preposition that introduces a noun, lower-cased, or an empty text."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")
