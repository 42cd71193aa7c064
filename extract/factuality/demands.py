"""Contents that ask for something by their form: a quoted question or imperative, a subjunctive behind "propose".

"'Leave the valley,' she said" and "insisted that the board pay" want something done; "insisted that the board pays"
says that it is.  An imperative between quotation marks alone counts: elsewhere a bare verb is a slip of the tagger.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from whosays.extract.lexicon import verb_class

_PROPOSING = verb_class("proposing")
_ASKING = frozenset(
    """who whom whose what when where why how which is are was were am do does did have has had can could will would
    shall should may might must""".split()
)
_ENDS = frozenset((".", "!", "?", "…"))
_TO = frozenset(("to",))
_OPENERS = frozenset("please just never always do n't n’t not so now but and then".split())
_WISHES = frozenset("god heaven bless thank thanks forgive damn imagine look listen mind suppose say".split())


def demands(content: Sequence[Span], lemma: str | None) -> bool:
    """Tell whether a content is what its speaker wants done, its cue of a base form."""
    if not content or not len(content[0]):
        return False
    if lemma in _PROPOSING and _is_subjunctive(content[0]):
        return True
    return _is_imperative(content[0]) or (len(content) == 1 and _is_question(content[0]))


def _is_question(content: Span) -> bool:
    """Tell a quotation of one question: "Why was nobody warned?"; with a statement before it, it asks nothing."""
    doc, start = content.doc, content.start
    quoted = content[0].is_quote or (start > 0 and doc[start - 1].is_quote)
    words = [token for token in content if not token.is_quote and not token.is_space]
    if not quoted or not words or words[0].lower_ not in _ASKING:
        return False
    behind = doc[content.end].text if content.end < len(doc) else ""
    marks = [token.text for token in words[:-1] if token.text in _ENDS]
    return not marks and ("?" in (words[-1].text, behind))


def _is_subjunctive(content: Span) -> bool:
    """Tell "that the board pay": a bare verb with a subject before it, and nothing that makes it an infinitive."""
    for verb in content:
        if verb.tag_ == "VB" and verb.pos_ in ("VERB", "AUX"):
            before = [child for child in verb.children if child.i < verb.i]
            helped = any(c.dep_.startswith("aux") and c.tag_ != "VB" for c in before) or any(
                c.lower_ in _TO for c in before
            )
            subject = any(c.dep_.startswith("nsubj") and c.i >= content.start for c in before)
            if subject and not helped and verb.dep_ in ("ccomp", "ROOT", "xcomp", "parataxis"):
                return True
        if verb.tag_ in ("VBD", "VBZ", "VBP", "MD"):
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
    if verb is None or verb.tag_ != "VB" or verb.pos_ != "VERB" or verb.lower_ in _WISHES or _ends_asking(content):
        return False
    return not any(child.dep_.startswith(("nsubj", "aux")) and child.lower_ not in ("do",) for child in _before(verb))


def _before(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.i < verb.i]


def _ends_asking(content: Span) -> bool:
    return "?" in content.text[-3:]
