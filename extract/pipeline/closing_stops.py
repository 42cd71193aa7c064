"""Full stops that the tokenizer takes for an initial's: "... in a post on X. Reporters saw ..."."""

from __future__ import annotations

import re

from spacy.tokens import Doc

# a letter that is no initial: the site behind any word in small letters, others behind what they tell apart
_LETTER = re.compile(
    r"""\b (?: [a-z]+\ X | (?:plan|category|group|vitamin|hepatitis|option|appendix|exhibit)\ [A-Z] )
        \. (?= [”"’')\]]* (?: \s+ ["“‘(]? [A-Z] | \s*\Z ) )""",
    re.VERBOSE,
)


def part_closing_stops(doc: Doc) -> None:
    """Split such a token into letter and stop, so that the sentence ends and the next name begins behind it."""
    with doc.retokenize() as retokenizer:
        for found in _LETTER.finditer(doc.text):
            token = doc.char_span(found.end() - 2, found.end())
            if token is not None and len(token) == 1:
                retokenizer.split(token[0], [token.text[0], "."], heads=[(token[0], 0), (token[0], 1)])
