"""The questions for language models: a server of the Model Context Protocol over the same limited processes."""

from whosays.serve.mcp.server import run, server

__all__ = ["run", "server"]
