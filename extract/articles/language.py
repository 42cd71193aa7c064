"""Which language a text is in, told offline; ``None`` where there is too little of it to tell."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from whosays.extract.lexicon import word_class

_LETTERS = re.compile(r"[^\W\d_]")
# Languages that no news is written in, but that names and short headlines resemble.
_UNLIKELY = frozenset(("an", "br", "eo", "fo", "io", "ia", "ie", "la", "oc", "vo", "wa"))
_WINDOW = 4_000
# Words of no other language, which the classifier, slow as it is, need not be asked about.
_ENGLISH = word_class("common_english")
_PLAINLY = 0.08  # share of them among all words; running English has twice as many
_FEW, _SURE = 60, 0.9
_LETTERED = 0.2  # share of letters below which a text is a page of marks or numbers


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, judged by its first few thousand characters.

    ``None`` for a text of under 12 letters, one that is marks or digits for the most part, or of under 60 of which
    the classifier is not sure.  Texts in two languages get the one that most of the window is in.  Method: py3langid,
    naive Bayes over byte n-grams, for what its commonest words do not show to be English.
    """
    window = text[:_WINDOW]
    letters = len(_LETTERS.findall(window))
    if letters < 12 or letters < _LETTERED * len("".join(window.split())):
        return None
    if letters >= _FEW and _is_plainly_english(window):
        return "en"
    language, sureness = _identifier().classify(window)
    return str(language) if letters >= _FEW or sureness >= _SURE else None


def _is_plainly_english(text: str) -> bool:
    words = text.lower().split()
    return sum(word in _ENGLISH for word in words) >= _PLAINLY * len(words)


@cache
def _identifier() -> Any:
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415 - loads a model
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2 and label not in _UNLIKELY])
    return identifier
