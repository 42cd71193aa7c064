"""What a web page says of its article, put together from what it tells machines and what it shows to readers."""

from __future__ import annotations

import re
from typing import Any

from whosays.extract.articles.addresses import article_address, canonical
from whosays.extract.articles.credits.bylines import person_named
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.publishers import agency_like
from whosays.extract.articles.web.page_authors import authors_of, told_authors
from whosays.extract.articles.web.page_dates import published_of, updated_of
from whosays.extract.articles.web.page_outlets import is_like_person, outlet_of, publishing_address, site_names
from whosays.extract.articles.web.page_titles import title_of
from whosays.extract.articles.web.signals import Signals, canonical_links, names, text_of


def metadata_of(signals: Signals, found_at: str | None = None, saved: str | None = None) -> Metadata:
    """Read the metadata of a page; ``found_at`` and ``saved`` are where and when it was found, as far as is known."""
    addresses = [*_addresses(signals), *((found_at,) if found_at else ())]
    address = article_address(*addresses)
    site = address or next(map(canonical, addresses), None)
    published, notes = published_of(signals, address, saved)
    told = told_authors(signals)
    persons = tuple(name for name in told if person_named(name))
    outlet = outlet_of(signals, publishing_address(signals, site), persons)
    sites = site_names(signals, outlet, site)
    own = {name.casefold() for name in persons if name != outlet and is_like_person(name, signals)}
    return Metadata(
        title=title_of(signals, sites),
        outlet=outlet,
        authors=authors_of(signals, {name.casefold() for name in sites} - own),
        agency=next((agency for name in [*told, *_credited(signals.linked)] if (agency := agency_like(name))), None),
        published=published,
        updated=updated_of(signals),
        url=address,
        language=_language(signals),
        notes=notes,
    )


def _credited(linked: Any) -> list[str]:
    keys = ("creditText", "sourceOrganization", "provider", "copyrightHolder")
    return [part for key in keys for name in names(linked.get(key)) for part in re.split(r"\s*[/,|]\s*", name)]


def _addresses(signals: Signals) -> list[str]:
    """Return the addresses by which a page calls itself, the surest first."""
    linked = next(canonical_links(signals.page), None)
    main = signals.linked.get("mainEntityOfPage")
    named = text_of(main.get("@id")) if isinstance(main, dict) else text_of(main)
    candidates = (linked, signals.tag("og:url"), text_of(signals.linked.get("url")), named)
    return [url.strip() for url in candidates if url and re.match(r"\s*https?://\S+\s*$", url)]


def _language(signals: Signals) -> str | None:
    stated = text_of(signals.linked.get("inLanguage")) or signals.page.get("lang")
    return stated[:2].lower() if stated and re.match(r"[A-Za-z]{2}(?:[-_]|$)", stated) else None
