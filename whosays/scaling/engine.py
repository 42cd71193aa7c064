"""The shards on Ray: on the cluster that ``RAY_ADDRESS`` names, or on the processors of this machine."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from whosays.errors import FrontDoorError
from whosays.scaling.shard import Setup, work
from whosays.scaling.shards import Shard

AHEAD: Final = 4  # shards for each worker that are handed on before the first of them is back
STORE: Final = 100_000_000  # bytes of Ray's own memory for objects: lines of a manifest are small


def run(shards: Iterable[Shard], setup: Setup, workers: int | None) -> Iterator[tuple[Shard, dict[str, Any] | str]]:
    """Yield each shard with its line of the manifest, or with what stood against it, in the order of the shards.

    A shard whose worker dies is given to another one, which is told by the journal what the others died of.
    """
    try:
        import ray  # noqa: PLC0415 - heavy, and an extra
    except ModuleNotFoundError as error:
        raise FrontDoorError("ray is not installed; run: pip install 'whosays[scale]'") from error
    with _connected(ray, workers) as count:
        task = ray.remote(num_cpus=1, max_retries=-1)(work)
        common = ray.put(setup)
        waiting: deque[tuple[Shard, Any]] = deque()
        for shard in shards:
            waiting.append((shard, task.remote(shard, common)))
            if len(waiting) > AHEAD * count:
                yield _done(ray, *waiting.popleft())
        while waiting:
            yield _done(ray, *waiting.popleft())


@contextmanager
def _connected(ray: Any, workers: int | None) -> Iterator[int]:
    """Connect to Ray for as long as the block runs; give how many processors there are."""
    if ray.is_initialized():
        yield _processors(ray)
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it tells nobody of its use
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    os.environ.setdefault("RAY_worker_niceness", "0")  # Ray's own 15 lets workers starve on a busy machine
    quiet = {"log_to_driver": False, "logging_level": logging.ERROR}
    if "RAY_ADDRESS" in os.environ:
        ray.init(**quiet)
    else:
        ray.init(num_cpus=workers, include_dashboard=False, object_store_memory=STORE, **quiet)
    try:
        yield min(workers or _processors(ray), _processors(ray))
    finally:
        ray.shutdown()


def _processors(ray: Any) -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _done(ray: Any, shard: Shard, waiting: Any) -> tuple[Shard, dict[str, Any] | str]:
    try:
        return shard, ray.get(waiting)
    except ray.exceptions.RayTaskError as error:  # a defect in one shard must not cost the others
        cause = error.cause or error
        return shard, f"{type(cause).__name__}: {' '.join(str(cause).split())}"
