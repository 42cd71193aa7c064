"""Reading past one machine: inputs cut into shards, each read and mapped by a worker of Ray, then loaded in order.

Plain tasks, and not Ray Data: what goes in is the name of a file and what comes out is files, so there is no stream of
rows to schedule; a shard is what is lost with a worker and done again, and what is loaded whole.  Ray Data would put
its own blocks of rows between the two, and tells nobody which of them a dead worker had.

A shard in; N-Quads, Parquet and a line of the manifest out.  All of them lie in one folder that every machine sees,
as the inputs do.
"""

from whosays.scaling.building import build_on_ray

__all__ = ["build_on_ray"]
