"""A process that analyses articles for another one: articles on standard input, replies on standard output, pickled.

A reply is the outcome, or the error that would have stopped a run in one process.  It ends where its input ends, and
so with whoever started it.
"""

from __future__ import annotations

import os
import pickle
import signal
from typing import BinaryIO, cast

from whosays.extract.articles import Article
from whosays.extract.batch import analysed
from whosays.extract.processes import READY


def main() -> None:
    """Answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(0), "rb") as articles, os.fdopen(os.dup(1), "wb") as replies:
        _occupy_standard_streams()
        serve(articles, replies)
        os._exit(0)  # nothing is left to save, and the libraries take their time


def serve(articles: BinaryIO, replies: BinaryIO) -> None:
    """Reply to every article, in order; ``None`` is the last one."""
    _send(replies, READY)
    while (article := _next(articles)) is not None:
        _send(replies, _reply(article))


def _next(articles: BinaryIO) -> Article | None:
    try:
        return cast("Article | None", pickle.load(articles))  # noqa: S301 - from our own process
    except EOFError:  # whoever asked is gone
        return None


def _send(replies: BinaryIO, data: bytes) -> None:
    try:
        replies.write(data)
        replies.flush()
    except OSError:  # nobody listens any more
        os._exit(1)


def _occupy_standard_streams() -> None:
    """Keep what a library prints out of the replies."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)


def _reply(article: Article) -> bytes:
    try:
        return pickle.dumps(analysed(article), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # raised where the run is; some errors cannot travel
        return _travelling(error)


def _travelling(error: Exception) -> bytes:
    try:
        data = pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
        pickle.loads(data)  # noqa: S301 - our own
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"), pickle.HIGHEST_PROTOCOL)
    return data
