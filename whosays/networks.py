"""Networks of the onnxruntime, run so that an answer depends on what is asked alone: one thread, one after the other.

Knows nothing of any room, so every room may use it.
"""

from __future__ import annotations

from collections.abc import Sequence

import onnxruntime as ort

ERRORS = 3  # what is worth telling


def network(weights: bytes, without: Sequence[str] = ()) -> ort.InferenceSession:
    """Return a network ready to be run; ``without`` names what would slow it down of the library's own changes."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = ERRORS
    providers = ["CPUExecutionProvider"]
    return ort.InferenceSession(weights, options, providers=providers, disabled_optimizers=list(without))
