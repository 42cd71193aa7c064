"""The one error that ``extract`` raises on purpose.

``ArticleSkipped`` answers "continue or stop?" with continue: this article is left out, its reason is shown to a
person, and the others go on.  Anything else that escapes is a defect.
"""


class ArticleSkipped(Exception):  # noqa: N818 - named for what happens to the article
    """This article cannot be read; the message says why in one line, without the path."""
