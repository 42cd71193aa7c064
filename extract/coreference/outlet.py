"""The article's own outlet among those whom it names."""

from __future__ import annotations

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.matching import key, same_organisation
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import country_of


def know_outlet(cast: Cast, outlet: str | None) -> None:
    """Let "the Gazette" be the article's own outlet when that is the Saltmarsh Gazette."""
    if outlet is None or country_of(outlet):  # a site named "U.S." is not the country
        return
    for referent in cast.referents:
        if referent.type == "Place":
            continue
        bodies = referent.type in ("Organization", "Outlet") or any(key(name) == key(outlet) for name in referent.names)
        if bodies and any(same_organisation(name, outlet) for name in referent.names):
            referent.type = "Outlet"
            if all(key(name) != key(outlet) for name in referent.names):
                referent.names.append(outlet)


def outlet_itself(cast: Cast, name: str) -> Referent:
    """Return the outlet as somebody who speaks, added to the cast where the article does not name it."""
    bodies = ("Outlet",) if country_of(name) else ("Outlet", "Organization")  # a country speaks as an organisation
    for referent in cast.referents:
        if referent.type in bodies and key(name) in map(key, referent.names):
            return referent
    referent = cast.new(Referent("Outlet", named=True))
    referent.names.append(name)
    return referent
