"""What tracing copies needs to know of an article."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from whosays.graph.articles import Article
from whosays.graph.names import body_form
from whosays.graph.reuse.fingerprint_index import LineageArticle
from whosays.graph.reuse.fingerprints import fingerprint, read_text


def lineage_article(article: Article) -> LineageArticle:
    """Return what tells whether an article was copied, and from which."""
    credits_ = article.credits
    agency = credits_.wire or next((each.name for each in article.credited if each.how == "signed"), None)
    said = {hop.contents for hop in article.told.hops if hop.parent is not None and hop.contents}
    return LineageArticle(
        iri=article.iri,
        text=article.text,
        hashes=fingerprint(read_text(article.text).words),
        address=article.iri.rpartition("-")[0],
        site=site(credits_.outlet, credits_.url),
        published=article.told.day,
        agency=agency,
        taken_from=tuple(each.name for each in article.credited if each.how == "taken"),
        admits=any(each.how == "linked" for each in article.credited),
        credited=article.credited,
        author=None if credits_.author == agency else credits_.author,
        contents=tuple(sorted(said)),
    )


def names_outlet(words: str, outlet: str) -> bool:
    """Tell whether the words hold the outlet's name, given in normal form, written as a name."""
    spelt = r"\W+".join(map(re.escape, outlet.split()))
    return any(
        all(word[0].isupper() for word in re.split(r"\W+", match[0]))
        for match in re.finditer(rf"\b{spelt}\b", words, re.IGNORECASE)
    )


def site(outlet: str | None, url: str | None) -> str | None:
    """Return what articles of one outlet share: its name in normal form, or the host of their address."""
    if outlet and (form := body_form(outlet)):
        return form
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
