"""The weights of a model that ships, as a network to train further: what eight bits have kept of them.

The work folder of a training run is not kept, the model is.  Products of matrices are told apart by the bias that is
added to them.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.network import Network

PREFIX = "network."


def load_shipped(network: Network, folder: Path) -> None:
    """Take the weights of ``encoder.onnx`` and ``decoder.npz`` (``export`` wrote them) in a folder.

    Raises ``ValueError`` where the graph lacks a weight of the network.
    """
    graph = onnx.load(folder / "encoder.onnx").graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    names = {name.removesuffix("_quantized") for name in stored if name.startswith(PREFIX)}
    state = {name.removeprefix(PREFIX): _floats(stored, name) for name in names if name.endswith((".weight", ".bias"))}
    users = {name: node for node in reversed(graph.node) for name in node.input}
    for node in graph.node:
        if node.op_type in ("MatMulInteger", "MatMul") and len(node.input) > 1:
            weight = node.input[1]
            if weight in stored:
                state[_named(node, users)] = _floats(stored, weight.removesuffix("_quantized")).T
    with np.load(folder / "decoder.npz") as decoder:
        state |= {"steps.role": decoder["role_steps"], "steps.name": decoder["name_steps"]}
        state |= {f"relation.{kind}": decoder[f"relation_{kind}"] for kind in ("weight", "bias")}
    state["encoder.conventions.weight"] = network.encoder.conventions.weight.detach().numpy()  # the model needs none
    _grow(state, network, json.loads((folder / "labels.json").read_text(encoding="utf-8"))["labels"])
    missing = sorted(set(network.state_dict()) - set(state))
    if missing:
        raise ValueError(f"{folder}: no weights for {', '.join(missing)}")
    network.load_state_dict({name: _tensor(values) for name, values in state.items()})


def _grow(state: dict[str, NDArray[np.float32]], network: Network, known: dict[str, list[str]]) -> None:
    """Give the labels of tasks that the model does not know the small random weights that the network begins with."""
    rows, at = {}, 0
    for task, labels in known.items():
        rows[task] = (at, at + len(labels))
        at += len(labels)
    for part in ("labels.weight", "labels.bias"):
        fresh, begin = network.state_dict()[part].numpy().copy(), 0
        for task, size in network.sizes.items():
            start, end = rows.get(task, (0, 0))
            if end - start == size:
                fresh[begin : begin + size] = state[part][start:end]
            begin += size
        state[part] = fresh


def _named(node: onnx.NodeProto, users: dict[str, onnx.NodeProto]) -> str:
    """Return the name of a product's weight: that of the bias added next, behind casts and scales."""
    while True:
        node = users[node.output[0]]
        bias = [name for name in node.input if name.endswith(".bias")]
        if bias:
            return bias[0].removeprefix(PREFIX).removesuffix(".bias") + ".weight"


def _floats(stored: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    if name in stored:
        return np.asarray(stored[name], dtype=np.float32)
    whole, zero, scale = (stored[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point", "scale"))
    return np.asarray((whole - zero) * scale, dtype=np.float32)


def _tensor(values: NDArray[np.generic]) -> Tensor:
    return torch.from_numpy(np.array(values, dtype=np.float32))
