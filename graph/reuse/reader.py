"""What tracing copies needs to know of an article."""

from __future__ import annotations

from urllib.parse import urlsplit

from whosays.graph.articles import Article
from whosays.graph.names import body_form
from whosays.graph.reuse.credit_lines import admits_a_source, signing_agency, taken_from
from whosays.graph.reuse.fingerprint_index import LineageArticle
from whosays.graph.reuse.fingerprints import fingerprint, read_text


def lineage_article(article: Article) -> LineageArticle:
    """Return what tells whether an article was copied, and from which."""
    credits_ = article.credits
    agency = credits_.wire or signing_agency(article.text)
    said = {hop.contents for hop in article.told.hops if hop.parent is not None and hop.contents}
    return LineageArticle(
        iri=article.iri,
        text=article.text,
        hashes=fingerprint(read_text(article.text).words),
        address=article.iri.rpartition("-")[0],
        site=site(credits_.outlet, credits_.url),
        published=article.told.day,
        agency=agency,
        taken_from=taken_from(article.text),
        admits=admits_a_source(article.text),
        author=None if credits_.author == agency else credits_.author,
        contents=tuple(sorted(said)),
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
