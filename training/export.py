"""From the trained network to the files that ship: one ONNX graph with weights of eight bits, and what decodes it.

Weights are quantised to seven bits a channel and activations dynamically (``reduce_range``): processors without VNNI
would saturate eight, so that two machines would read differently.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import ATTENTIONS, PAIR_WIDTHS, RELATION_WIDTH, Network
from training.texts import Inventory


class _Alone(nn.Module):
    """The network for one window without padding, outputs without the batch."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, traits: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        x = self.network.encoder(ids[None], traits[None], None)
        labels, pairs = self.network.heads(x, first[None], last[None])
        return labels[0], pairs[0]


def export(network: Network, inventory: Inventory, tokenizer: Path, out: Path, *, quantise: bool = True) -> Path:
    """Write ``encoder.onnx``, ``tokenizer.json``, ``labels.json`` and ``decoder.npz`` to a folder, and return it."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _graph(network.eval(), plain)
        onnx.save(fused(onnx.load(plain)), plain)
        if quantise:
            quantize_dynamic(
                plain, out / "encoder.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
            )
        else:
            shutil.copy(plain, out / "encoder.onnx")
    shutil.copy(tokenizer, out / "tokenizer.json")
    layout = {
        "labels": {task: inventory.labels[task] for task in network.sizes},
        "relations": inventory.labels["relation"],
        "pairs": dict(PAIR_WIDTHS),
        "relation_width": RELATION_WIDTH,
    }
    (out / "labels.json").write_text(json.dumps(layout, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    state = network.state_dict()
    np.savez(
        out / "decoder.npz",
        role_steps=state["steps.role"].numpy(),
        name_steps=state["steps.name"].numpy(),
        relation_weight=state["relation.weight"].numpy(),
        relation_bias=state["relation.bias"].numpy(),
    )
    return out


def _graph(network: Network, path: Path) -> None:
    pieces, words = torch.export.Dim("pieces", min=4, max=510), torch.export.Dim("words", min=2, max=508)
    example = (
        torch.arange(1000, 1024),
        torch.zeros(24, dtype=torch.long),
        torch.arange(1, 21),
        torch.arange(2, 22),
    )
    torch.onnx.export(
        _Alone(network).eval(),
        example,
        str(path),
        input_names=["ids", "traits", "first", "last"],
        output_names=["labels", "pairs"],
        dynamic_shapes=({0: pieces}, {0: pieces}, {0: words}, {0: words}),
        dynamo=True,
        external_data=False,
    )


def fused(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the graph with each attention as one node of onnxruntime's, which takes a tenth off the time.

    An attention begins with the split into query, key and value, and ends with the reshape behind the second product.
    """
    graph = model.graph
    users = {name: node for node in reversed(graph.node) for name in node.input}
    attention = {}
    for number, split in enumerate(node for node in graph.node if node.op_type == "Split"):
        node, products = users[split.output[2]], 0
        while not (products and node.op_type == "Reshape"):
            products += node.op_type == "MatMul"
            node = users[node.output[0]]
        attention[node.name] = onnx.helper.make_node(
            "MultiHeadAttention",
            list(split.output),
            list(node.output),
            name=f"attention_{number}",
            domain="com.microsoft",
            num_heads=ATTENTIONS,
        )
    nodes = [attention.get(node.name, node) for node in graph.node]
    del graph.node[:]
    graph.node.extend(_needed(nodes, {output.name for output in graph.output}))
    kept = {name for node in graph.node for name in node.input}
    unused = [tensor for tensor in graph.initializer if tensor.name not in kept]
    for tensor in unused:
        graph.initializer.remove(tensor)
    model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
    return model


def _needed(nodes: list[onnx.NodeProto], outputs: set[str]) -> list[onnx.NodeProto]:
    """Return the nodes that an output depends on, in their order."""
    wanted, kept = set(outputs), []
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.append(node)
            wanted |= set(node.input)
    return kept[::-1]
