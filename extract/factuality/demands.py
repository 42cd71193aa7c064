"""Contents that ask for something: by the verb that attributes them, by their form, or by both.

Of some verbs whatever they hold is wanted ("demanded", "called for"), of others only an errand ("told the guests to
leave", not "told the guests that they were late"), a bare verb ("suggested that she rest") or a question ("wondered
why").  A quoted question or imperative asks by itself: "'Leave the valley,' she said".  An imperative between
quotation marks alone counts: elsewhere a bare verb is a slip of the tagger.  So does a plea of one's own: "'We urge
you to stop,' she said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from whosays.extract.lexicon import phrases, verb_class, word_class

_PROPOSING = verb_class("proposing")
_DEMANDING = verb_class("demanding")
_ORDERING = verb_class("ordering")
_WONDERING = verb_class("wondering")
_INDIRECT = word_class("question_words") | {"whom", "whose"}
_ENDS = frozenset((".", "!", "?", "…"))
_TO = frozenset(("to",))
_OPENERS = word_class("before_imperatives")
_WISHES = word_class("no_demands")
_PHRASES = frozenset((("let", "me"), ("let", "us"), ("stay", "tuned"), ("make", "no")))  # "Let me be clear"
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_FORECASTS = frozenset(("forecast", "forecaster", "outlook", "prediction", "model"))
_SAID = phrases("factuality", "demands")
_PLEA = re.compile(_SAID["PLEA"], re.IGNORECASE)
_TAG = re.compile(r",\s*(?:right|eh|no|(?:\w+n[’']t|\w+) (?:I|we|you|he|she|it|they))\s*\?[”\"’']*$", re.IGNORECASE)


def demands(content: Sequence[Span], lemma: str | None, cue: Sequence[Token] = (), source: Span | None = None) -> bool:
    """Tell whether a content is what its speaker wants done or to know; ``lemma`` is the base form of the cue's verb.

    ``cue`` are the words that attribute, with those right behind them: "called" asks only with "for" or "on".
    """
    if not content or not len(content[0]):
        return False
    first = content[0]
    if lemma in _DEMANDING or _calls_for(cue, first):
        return source is None or source.root.lemma_.lower() not in _FORECASTS
    if lemma in _WONDERING and any(token.lower_ in _INDIRECT for token in (first[0], *cue[-1:])):
        return True
    if (lemma in _ORDERING and _is_errand(first)) or (lemma in _PROPOSING and _is_subjunctive(first)):
        return True
    ought = lemma in _ORDERING & _PROPOSING and any(token.lower_ == "should" for token in first)
    if ought or _PLEA.match(first.text):  # "advised that the boats should stay", "We urge both sides to stop"
        return True
    return _is_imperative(first) or (len(content) == 1 and _is_question(first))


def _calls_for(cue: Sequence[Token], content: Span) -> bool:
    """Tell "called on the council to act" and "calling for calm", with the preposition in the cue or the content."""
    words = [*cue, content[0]]
    calls = next((i for i, token in enumerate(words[:-1]) if token.lemma_.lower() in ("call", "appeal")), None)
    return calls is not None and words[calls + 1].lower_ in ("for", "on", "upon")


def _is_errand(content: Span) -> bool:
    """Tell "the guests to leave" and "not to wait" from "how to leave" and from "that the plan to leave is dead"."""
    for token in content:
        if token.tag_ in _FINITE or token.lower_ in _INDIRECT or token.lower_ == "that":
            return False
        if token.tag_ == "TO" and token.lower_ in _TO:
            verb = token.head
            own = verb.head.tag_ != "VBN" or verb.head not in content  # "a flood [expected] to crest": no errand
            return verb.tag_ == "VB" and not verb.dep_.startswith("acl") and own
    return False


def _is_question(content: Span) -> bool:
    """Tell a quotation of one question: "Why was nobody warned?"; with a statement before it, it asks nothing.

    "We should leave, shouldn't we?" says what its speaker thinks, and so does "They just ask 'Why us?'".
    """
    doc, start = content.doc, content.start
    quoted = content[0].is_quote or (start > 0 and doc[start - 1].is_quote)
    words = [token for token in content if not token.is_quote and not token.is_space]
    if not quoted or not words:
        return False
    behind = doc[content.end].text if content.end < len(doc) else ""
    marks = [token.text for token in words[:-1] if token.text in _ENDS]
    marks += [token.text for token in content[1 : words[-1].i - start] if token.is_quote and token.tag_ != "POS"]
    return not marks and "?" in (words[-1].text, behind) and not _TAG.search(content.text.rstrip("”\"’'? ") + "?")


def _is_subjunctive(content: Span) -> bool:
    """Tell "that the board pay": a bare verb with a subject before it, and nothing that makes it an infinitive."""
    for verb in content:
        subject = next((c for c in _before(verb) if c.dep_.startswith("nsubj") and c.i >= content.start), None)
        bare = verb.tag_ == "VB"
        if bare and verb.pos_ in ("VERB", "AUX"):
            before = _before(verb)
            helped = any(c.dep_.startswith("aux") and c.tag_ != "VB" for c in before) or any(
                c.lower_ in _TO for c in before
            )
            if subject is not None and not helped and verb.dep_ in ("ccomp", "ROOT", "xcomp", "parataxis"):
                return True
        elif verb.tag_ in _FINITE:
            return False
    return False


def _is_imperative(content: Span) -> bool:
    """Tell a quotation that opens with a bare verb without a subject: "Do not wait", "Please leave the valley"."""
    doc, start = content.doc, content.start
    quoted = content[0].is_quote or (start > 0 and doc[start - 1].is_quote)
    first = next((token for token in content if token.is_alpha), None)
    if not quoted or first is None or not first.text[:1].isupper():
        return False
    verb = next((token for token in content[first.i - start :] if token.lower_ not in _OPENERS), None)
    if verb is None or verb.tag_ != "VB" or verb.pos_ != "VERB" or _is_idle(verb):
        return False
    return not any(child.dep_.startswith(("nsubj", "aux")) and child.lower_ not in ("do",) for child in _before(verb))


def _is_idle(verb: Token) -> bool:
    """Tell "Let me be clear" and "Thank heaven", which want nothing done."""
    following = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.lower_ in _WISHES or (verb.lower_, following) in _PHRASES


def _before(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.i < verb.i]
