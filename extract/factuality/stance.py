"""Stance and certainty of one hop: does the voice assert, confirm, deny, doubt, hold back, and how firmly.

Read from the cue and the words around it that belong to neither source nor content: negation, auxiliaries, adverbs.
The lexicon is data (``extract.lexicon.cues``), and so are patterns over base forms for what no single word tells
(declining to comment, not ruling out, "could not be verified").  A party that "has not confirmed" neither asserts nor
denies: it did not comment; a claim that "has not been confirmed" is unverified.  Negation inside the content denies
nothing, flat contradiction aside (``extract.factuality.contradiction``).  Irony and tone are not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from whosays.extract.factuality.certainty import BE, Hedge, content_hedges, has_sentences, hedges_among, weakest
from whosays.extract.factuality.contradiction import calls_somebody, contradicts, names_false, says_false, tells_of_lack
from whosays.extract.factuality.demands import demands
from whosays.extract.factuality.negation import is_negated, own_words
from whosays.extract.factuality.silence import says_nothing
from whosays.extract.lexicon import CueWord, cue_phrases, cue_word, lemma_of, verb_class, word_class
from whosays.extract.records import Certainty, Stance
from whosays.extract.records import Span as Characters

_NO_ONE = frozenset(("neither", "no", "none", "nobody", "no-one"))
_LIGHT = verb_class("issuing")
TELLING = frozenset(("denies", "doubts", "confirms"))
_MARKS = frozenset((".", "?", "!", ",", ";", ":", "—", "–", "-", "(", ")", '"', "“", "”"))
_STOPS = _MARKS | frozenset(("and", "but", "who", "which", "that"))
_LEFT, _RIGHT = 8, 4
UNTOLD = frozenset(("unverified", "noComment"))
OPEN = UNTOLD | {"asks"}
_QUESTION = word_class("question_words") - {"which"}
_PASSED_ON = verb_class("hearsay")
_NAMING = verb_class("labelling")
_SAYING = verb_class("saying")
_DISMISSING = verb_class("dismissing")
_HOLDING_BACK = verb_class("withholding")
_OF_INNOCENCE = verb_class("pleading") | {"on"}
_TAKING_BACK = verb_class("giving_up")  # "took back", "walked back"
_INNOCENCE = frozenset(("guilty", "innocent", "innocence"))
_ACCUSING = verb_class("accusing")
_WONDERING = verb_class("wondering")
_SCORNING = word_class("scorning")
_WEAK_SOURCE = frozenset(("unconfirmed", "unverified", "alleged", "uncorroborated", "purported"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one hop's voice does with its content.

    ``hedges`` are spans in the Doc's characters, in order; ``cue_lemma`` is the base form of the word or phrase that
    decided, ``None`` for a hop without a cue.  ``by_content``: the content calls a claim false, says nothing, or says
    that something is lacking.
    """

    stance: Stance
    certainty: Certainty
    hedges: tuple[Characters, ...] = ()
    cue_lemma: str | None = None
    by_content: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words that attribute: before the cue, the cue's own, after it; and whether the source is "no one"."""

    left: tuple[Token, ...]
    cue: tuple[Token, ...]
    right: tuple[Token, ...]
    by_no_one: bool

    def bases(self) -> str:
        forms = [lemma_of(token) for token in (*self.left, *self.cue, *self.right)]
        return " ".join(["not"] * self.by_no_one + ["be" if form in BE else form for form in forms])


def read_stance(
    doc: Doc, cue: Sequence[Span], source: Span | None, content: Sequence[Span], *, relays: bool = False
) -> Reading:
    """Return stance, certainty and hedges of one hop.

    ``relays`` says that another attribution lies inside this one: its voice passes on what another asserts, and the
    hedges of the content belong to that other voice.  A Doc without lemmas, tags or parse will do.
    """
    clause = _clause(doc, cue, source, content)
    stance, certainty, lemma = _verdict(clause, source)
    names_called = stance == "denies" and lemma in _DISMISSING and calls_somebody(content)
    stance = "asserts" if names_called else stance
    untold = False
    if stance == "asserts" or lemma in _WONDERING:
        by_content = _by_content(clause, source, content, (certainty, lemma), relays=relays)
        if stance == "asserts" or by_content[0] == "asks":
            stance, certainty, lemma = by_content
            untold = stance in UNTOLD | {"doubts"}
    hop_hedges = _hop_hedges(clause, source, stance)
    said_hedges = [] if relays or stance not in ("asserts", "confirms") else content_hedges(doc, content)
    certainty = _certainty(stance, certainty, hop_hedges, said_hedges)
    if stance == "asserts" and certainty != "alleged" and _asks(clause, doc, content):
        certainty = "unspecified"
    hedges = tuple(sorted({span for _, span in (*hop_hedges, *said_hedges)}))
    lacking = stance == "asserts" and lemma in _SAYING and tells_of_lack(content)
    told = untold or lacking or names_called or (stance == "denies" and says_false(content))
    return Reading("reports" if relays and stance == "asserts" else stance, certainty, hedges, lemma, told)


def _by_content(
    clause: _Clause,
    source: Span | None,
    content: Sequence[Span],
    cue: tuple[Certainty, str | None],
    *,
    relays: bool,
) -> tuple[Stance, Certainty, str | None]:
    """Return what the content makes of an assertion: a flat denial, a demand, or silence."""
    certainty, lemma = cue
    held_back = None if relays else says_nothing(content, lemma)
    if held_back is not None:
        return held_back, "unspecified", "verify" if held_back == "unverified" else "comment"
    if not relays and demands(content, lemma, (*clause.cue, *clause.right), source):
        return "asks", "unspecified", lemma
    if lemma in _SCORNING and _is_claim(content):
        return "doubts", "unspecified", lemma
    flat = not relays and lemma not in _ACCUSING and contradicts(content)
    false = says_false(content) or flat or (not relays and lemma in _NAMING and names_false(content))
    return ("denies" if false else "asserts"), certainty, lemma


def _is_claim(content: Sequence[Span]) -> bool:
    """Tell "[mocked] [the mayor's claims]" from "[mocked] [the mayor over his claims]"."""
    words = content[0] if content else ()
    return any(
        t.lower_ in word_class("told") for t in takewhile(lambda token: token.pos_ not in ("ADP", "VERB"), words)
    )


def _clause(doc: Doc, cue: Sequence[Span], source: Span | None, content: Sequence[Span]) -> _Clause:
    taken = {token.i for span in content for token in span}
    if source is not None:
        taken |= set(range(source.start, source.end))
    spans = sorted(cue, key=lambda span: span.start)
    left = [token for span in spans[:1] for token in _before(doc, span.start, taken)]
    right = [token for span in spans[-1:] for token in _after(doc, span.end, taken)]
    words = tuple(token for span in spans for token in span if not token.is_space)
    if words and content and (not right or right[-1].i + 1 == content[0].start):
        right += _completing(words[-1], content[0])
    by_no_one = _is_no_one(doc, source) or (source is None and any(_opens_with_none(span) for span in content))
    return _Clause(tuple(own_words(left, words)), words, tuple(right), by_no_one)


def _completing(last: Token, content: Span) -> list[Token]:
    """Return the words of a content that say what its cue does: "declined [to comment]", "took back [its claim]"."""
    verb = lemma_of(last)
    if verb in _HOLDING_BACK and content[0].lower_ in ("to", "from", "comment", "further"):
        return list(content[:4])
    if verb in _TAKING_BACK:
        return list(content[:4])
    pleads = verb in _OF_INNOCENCE and any(token.lower_ in _INNOCENCE for token in content[:3])
    return list(content[:3]) if pleads else []


def _before(doc: Doc, start: int, taken: set[int]) -> list[Token]:
    """Return the words just before a cue, in order, up to the source, the content or the clause's edge."""
    words: list[Token] = []
    for at in range(start - 1, max(-1, start - 1 - _LEFT), -1):
        if at in taken or doc[at].is_space or doc[at].lower_ in _STOPS or doc[at + 1].is_sent_start:
            break
        words.insert(0, doc[at])
    return words


def _after(doc: Doc, end: int, taken: set[int]) -> list[Token]:
    words: list[Token] = []
    for at in range(end, min(len(doc), end + _RIGHT)):
        if at in taken or doc[at].is_space or doc[at].is_punct or doc[at].lower_ in _STOPS or doc[at].is_sent_start:
            break
        words.append(doc[at])
    return words


def _is_no_one(doc: Doc, source: Span | None) -> bool:
    """Tell "neither Oster nor Lisk", "no official", "none of them": a source that stands for nobody."""
    if source is None:
        return False
    before = doc[source.start - 1].lower_ if source.start else ""
    return source[0].lower_ in (*_NO_ONE, "few", "not") or before in ("neither", "nor", "not")


def _opens_with_none(content: Span) -> bool:
    """Tell "[neither figure] has been verified": a passive denies by its subject."""
    return content[0].lower_ in ("neither", "none")


def _verdict(clause: _Clause, source: Span | None) -> tuple[Stance, Certainty, str | None]:
    if not clause.cue:
        return "asserts", "certain", None
    bases = clause.bases()
    for phrase in cue_phrases():
        match = phrase.pattern.search(bases)
        if match and _touches_cue(clause, match.group()):
            return phrase.stance, phrase.certainty, phrase.lemma
    return _by_word(clause, source)


def _touches_cue(clause: _Clause, matched: str) -> bool:
    """Tell whether a pattern rests on the cue, and not only on words beside it."""
    own = {"be" if token.lower_ in BE else lemma_of(token) for token in clause.cue}
    return bool(own & (set(matched.split()) - {"be", "to", "not"}))


def _by_word(clause: _Clause, source: Span | None) -> tuple[Stance, Certainty, str | None]:
    token, word = _head(clause)
    if word is None:
        negated = _is_negated(clause, token)
        return "noComment" if negated else "asserts", "unspecified" if negated else "certain", lemma_of(token)
    if _is_negated(clause, token):
        return word.negated, word.negated_certainty, word.lemma
    if source is None and word.lemma in _PASSED_ON and _is_passive(clause, token):
        return word.stance, "alleged", word.lemma
    return word.stance, word.certainty, word.lemma


def _head(clause: _Clause) -> tuple[Token, CueWord | None]:
    """Return the word of the cue that decides: one that takes a side, else the last verb, else what is there."""
    known = [(token, word) for token in clause.cue if (word := _deciding(token))]
    known = known or [(token, word) for token in clause.right[:2] if (word := _deciding(token))]
    if not known:
        return _last_content_word(clause.cue), None
    known = [pair for pair in known if not _is_verb_by_chance(*pair)] or known
    sided = [pair for pair in known if pair[1].stance in TELLING]
    verbs = [pair for pair in known if pair[1].kind in ("verb", "check")]
    nouns = [pair for pair in known if pair[1].kind in ("noun", "adj")]
    if sided:
        return sided[0]
    if verbs and not (nouns and verbs[-1][1].lemma in _LIGHT):
        return verbs[-1]
    return (nouns or known)[-1]


def _deciding(token: Token) -> CueWord | None:
    word = cue_word(token)
    return None if word is None or word.kind == "helper" else word


def _is_verb_by_chance(token: Token, word: CueWord) -> bool:
    """Tell the noun of "said in answer to a question", which questions nothing, from the verb."""
    return token.pos_ in ("NOUN", "PROPN") and word.kind == "verb"


def _last_content_word(tokens: Sequence[Token]) -> Token:
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    words = [token for token in tokens if token.is_alpha and not token.is_stop]
    return (verbs or words or list(tokens))[-1]


def _is_negated(clause: _Clause, head: Token) -> bool:
    return clause.by_no_one or is_negated((*clause.left, *clause.cue), head)


def _is_passive(clause: _Clause, head: Token) -> bool:
    before = [token.lower_ for token in (*clause.left, *clause.cue) if token.i < head.i][-3:]
    return any(form in BE for form in before)


def _hop_hedges(clause: _Clause, source: Span | None, stance: Stance) -> list[Hedge]:
    """Return the hedges that stand with the cue or the source; what is left unsaid has none."""
    if stance in OPEN:
        return []
    words = [*clause.left, *clause.cue, *clause.right]
    weak = [token for token in source or () if token.lower_ in _WEAK_SOURCE]
    beside = [hedge for hedge in hedges_among(words, words) if not _is_whole_cue(clause, hedge)]
    return [*beside, *(("alleged", (token.idx, token.idx + len(token))) for token in weak)]


def _is_whole_cue(clause: _Clause, hedge: Hedge) -> bool:
    """Tell whether the hedge is the cue's deciding word, of which the lexicon speaks ("is believed to")."""
    head, word = _head(clause)
    return word is not None and word.kind != "adverb" and head.idx + len(head) == hedge[1][1]


def _certainty(stance: Stance, plain: Certainty, hop: Sequence[Hedge], said: Sequence[Hedge]) -> Certainty:
    if stance in OPEN or plain in ("unspecified", "alleged"):
        return "alleged" if any(certainty == "alleged" for certainty, _ in hop) else plain
    return weakest([plain, *(certainty for certainty, _ in (*hop, *said))])


def _is_one_sentence(content: Sequence[Span]) -> bool:
    """Tell a content of one sentence, whose parts behind the cue go on in lower case."""
    first_words = [next((token for token in span if token.is_alpha), None) for span in content[1:]]
    return not has_sentences(content) and all(word is None or word.is_lower for word in first_words)


def _asks(clause: _Clause, doc: Doc, content: Sequence[Span]) -> bool:
    """Tell whether the content is a question: it ends in a mark, or "asked whether ..." opens it."""
    if not content:
        return False
    first, last = min(span.start for span in content), max(span.end for span in content)
    ends = {token.text for token in doc[max(first, last - 3) : last + 1]}
    openers = {token.lower_ for token in (doc[first], *clause.cue, *clause.right)}
    return ("?" in ends and _is_one_sentence(content)) or (
        bool(openers & _QUESTION) and any(lemma_of(t) in ("ask", "wonder") for t in clause.cue)
    )
