"""Who is who inside one article."""

from whosays.extract.coreference.resolver import Referents, resolve

__all__ = ["Referents", "resolve"]
