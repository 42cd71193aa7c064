"""The house's rules about who may import whom, read from the imports themselves."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

MOST_MODULES = 14
ROOT = Path(__file__).parents[1]
ROOMS = ("extract", "graph", "ontology", "queries", "serve")
RDF = {"rdflib", "pyoxigraph", "oxrdflib", "owlready2", "pyshacl"}
LANGUAGE = {"spacy", "thinc", "trafilatura", "lxml", "charset_normalizer", "py3langid", "text_to_num"}

# files and networks that a room brings along; they know no room
LEAVES_OF_ALL = ("whosays.lazily", "whosays.learned", "whosays.resources")
# what a room may import of whosays: itself, the leaves, and these
ALLOWED = {
    "ontology": (),
    "extract": (),
    "graph": ("whosays.extract.records", "whosays.ontology"),
    "queries": ("whosays.graph", "whosays.ontology"),
    "serve": ("whosays.queries", "whosays.graph", "whosays.ontology"),
}
FORBIDDEN = {
    "extract": RDF,
    "graph": LANGUAGE,
    "queries": LANGUAGE | {"pyoxigraph", "oxrdflib"},
    "ontology": LANGUAGE,
    "serve": LANGUAGE | {"pyoxigraph", "oxrdflib"},
}


def imports(path: Path) -> Iterator[str]:
    """Yield each imported module: of ``from a import b`` the ``a``, of ``from whosays import b`` both."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"whosays.{alias.name}" for alias in node.names) if module == "whosays" else (module,)


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def front_door() -> list[Path]:
    """Return the modules of whosays itself, which are in no room."""
    found = (ROOT / "whosays").rglob("*.py")
    return sorted(path for path in found if path.relative_to(ROOT).parts[1] not in ROOMS)


def every_module() -> list[Path]:
    return [path for room in ROOMS for path in modules(room)] + front_door()


def within(module: str, allowed: str) -> bool:
    return module == allowed or module.startswith(f"{allowed}.")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_the_plan_allows(room: str) -> None:
    """An arrow of the plan points at what may be imported; there is no other import of whosays."""
    wrong = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(room)
        for module in imports(path)
        if within(module, "whosays")
        and not any(within(module, allowed) for allowed in (f"whosays.{room}", *LEAVES_OF_ALL, *ALLOWED[room]))
    }
    assert modules(room)
    assert not wrong


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_keeps_its_libraries(room: str) -> None:
    """extract knows no RDF, graph and queries no language, queries no store's internals."""
    wrong = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(room)
        for module in imports(path)
        if module.partition(".")[0] in FORBIDDEN[room]
    }
    assert not wrong


def test_the_front_door_uses_what_rooms_export() -> None:
    """The front door imports rooms by their names (and the records and the view), no module inside."""
    doors = {f"whosays.{room}" for room in ROOMS}
    doors |= {"whosays.extract.records", "whosays.graph.view", "whosays.serve.web", "whosays.serve.mcp"}
    wrong = {
        f"{path.name} imports {module}"
        for path in front_door()
        for module in imports(path)
        if any(within(module, f"whosays.{room}") for room in ROOMS) and module not in doors
    }
    assert not wrong


@pytest.mark.parametrize("leaf", LEAVES_OF_ALL)
def test_a_leaf_knows_no_room(leaf: str) -> None:
    """What every room may import imports none of them."""
    assert not [module for module in imports(ROOT / f"{leaf.replace('.', '/')}.py") if within(module, "whosays")]


def test_every_room_lists_what_it_exports() -> None:
    """Each room's __init__ has an __all__ whose names are all there."""
    for room in ROOMS:
        tree = ast.parse((ROOT / room / "__init__.py").read_text("utf-8"))
        lists = [
            ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        ]
        bound = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        } | {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        assert lists, room
        assert set(lists[0]) <= bound


def test_every_package_lies_where_its_name_says() -> None:
    """An editable installation is one folder on the path: any other map of folders makes setuptools warn of it."""
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert setuptools["package-dir"] == {"": "."}
    there = {path.parent for room in ("", *ROOMS) for path in (ROOT / "whosays" / room).rglob("__init__.py")}
    assert {ROOT / name.replace(".", "/") for name in setuptools["packages"]} == there


# what a sub-package may import of its room; besides it the room's own leaves, and nothing of its sisters
_READ = {"lexicon", "pipeline", "syntax"}
_TOLD = {"rdf", "names", "wording", "articles"}
SEAMS: dict[str, dict[str, set[str]]] = {
    "extract": {
        "lexicon": set(),
        "articles": {"lexicon"},
        "pipeline": {"lexicon"},
        "syntax": {"lexicon", "pipeline"},
        "attribution": _READ,
        "coreference": _READ,
        "factuality": _READ,
        "quantities": _READ,
        "time": _READ,
        "units": _READ,
    },
    "graph": {
        "rdf": set(),
        "names": {"rdf"},
        "wording": {"rdf", "names"},
        "articles": {"rdf", "names", "wording"},
        "resolution": _TOLD,
        "reuse": _TOLD,
        "stories": _TOLD,
        "claims": {*_TOLD, "stories"},
        "conflicts": {*_TOLD, "claims"},
        "figures": {*_TOLD, "stories"},
        "origins": {*_TOLD, "reuse", "stories", "claims", "figures"},
        "changes": {*_TOLD, "reuse", "claims"},
        "incremental": {
            *_TOLD,
            "resolution",
            "reuse",
            "stories",
            "claims",
            "conflicts",
            "figures",
            "origins",
            "changes",
        },
        "store": {*_TOLD, "resolution", "origins", "incremental"},
        "view": {"rdf", "wording", "articles"},
    },
    "queries": {
        "catalogue": set(),
        "whole_graph": set(),
        "execution": {"catalogue", "whole_graph"},
        "output": {"catalogue", "execution"},
    },
    "serve": {"limits": set(), "endpoint": set(), "web": {"limits", "endpoint"}, "mcp": {"limits"}},
}
# and what a folder of a sub-package may import of its sisters there; the modules that lie beside them put them together
INNER: dict[str, dict[str, set[str]]] = {
    "extract/articles": {"credits": set(), "web": {"credits"}, "inputs": {"web"}},
    "extract/attribution": {
        "filter": set(),
        "structures": set(),
        "propose": {"filter", "structures"},
        "revise": {"propose"},
    },
    "extract/coreference": {"naming": set(), "antecedents": {"naming"}},
    "graph/incremental": {"stories": set(), "entities": set(), "claims": {"stories", "entities"}},
    "graph/view": {"model": set(), "drawing": {"model"}, "page": {"model", "drawing"}},
}
LEAVES = {"extract": {"records", "errors"}, "graph": {"errors"}, "queries": {"errors", "table"}, "serve": set()}
SUBPACKAGES = [(room, name) for room, seams in SEAMS.items() for name in seams]


def exported(package: Path) -> set[str]:
    """Return the ``__all__`` of a package."""
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    lists = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    return set(lists[0]) if lists else set()


def names_from(path: Path, *, late: bool = True) -> Iterator[tuple[str, str]]:
    """Yield what is imported from whosays as pairs of module and name; ``late``: inside functions too."""
    tree = ast.parse(path.read_text("utf-8"))
    early = (node for top in tree.body if not isinstance(top, ast.FunctionDef | ast.ClassDef) for node in ast.walk(top))
    for node in ast.walk(tree) if late else early:
        if isinstance(node, ast.ImportFrom) and node.module and within(node.module, "whosays"):
            yield from ((node.module, alias.name) for alias in node.names)


def test_every_folder_of_a_room_has_its_seam() -> None:
    """A new sub-package says here what it may import."""
    folders = {(room, init.parent.name) for room in SEAMS for init in (ROOT / room).glob("*/__init__.py")}
    assert folders == set(SUBPACKAGES)


@pytest.mark.parametrize(("room", "name"), SUBPACKAGES)
def test_a_subpackage_imports_what_lies_below_it(room: str, name: str) -> None:
    """Arrows between the sub-packages of a room point one way."""
    allowed = {name, *SEAMS[room][name], *LEAVES[room]}
    wrong = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sorted((ROOT / room / name).rglob("*.py"))
        for module in imports(path)
        if within(module, f"whosays.{room}") and module.split(".")[2] not in allowed
    }
    assert not wrong


@pytest.mark.parametrize(("package", "folder"), [(package, folder) for package in INNER for folder in INNER[package]])
def test_a_folder_imports_what_lies_below_it(package: str, folder: str) -> None:
    """Inside a sub-package the arrows between its folders point one way as well."""
    others = INNER[package].keys() - {folder, *INNER[package][folder]}
    forbidden = [f"whosays.{package.replace('/', '.')}.{other}" for other in others]
    wrong = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(f"{package}/{folder}")
        for module in imports(path)
        if any(within(module, other) for other in forbidden)
    }
    assert not wrong


def test_every_folder_of_a_subpackage_has_its_seam() -> None:
    """A new folder inside a sub-package says here what it may import."""
    inits = [init for room, name in SUBPACKAGES for init in (ROOT / room / name).glob("*/__init__.py")]
    found = {(str(init.parents[1].relative_to(ROOT)), init.parent.name) for init in inits}
    assert found == {(package, folder) for package in INNER for folder in INNER[package]}


def test_a_private_name_stays_in_its_module() -> None:
    """What begins with an underscore is imported nowhere."""
    wrong = {
        f"{path.relative_to(ROOT)} imports {name} from {module}"
        for path in every_module()
        for module, name in names_from(path)
        if name.startswith("_") and not name.startswith("__")
    }
    assert not wrong


@pytest.mark.parametrize("room", [*SEAMS, "training", "benchmarks", "corpus", "documenting"])
def test_a_subpackage_is_imported_by_what_it_exports(room: str) -> None:
    """Whoever imports from a sub-package names the package, and a name of its ``__all__``; its modules are its own."""
    wrong = set()
    for path in modules(room):
        own = path.relative_to(ROOT).parts[:2]
        for module, name in names_from(path):
            parts = module.split(".")[1:]
            if tuple(parts[:2]) not in SUBPACKAGES or tuple(parts[:2]) == own:
                continue
            if len(parts) > 2 or name not in exported(ROOT.joinpath(*parts)):
                wrong.add(f"{path.relative_to(ROOT)} imports {name} from {module}")
    assert not wrong


def test_graph_reads_no_language() -> None:
    """Its patterns find marks, numbers and names: which words mean something stands in tables, or in the record.

    What shows pages and speaks to servers reads no articles.
    """
    wrong = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in modules("graph")
        if path.parent.name not in ("rdf", "store") and "view" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args
        for text in ast.walk(node.args[0])
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
        for word in re.findall(r"(?<![\\\w<#[])[a-z]{3,}", text.value)
    }
    assert wrong <= {f"graph/names/organisation_names.py: {word}" for word in ("https", "www")}


def test_no_folder_holds_too_much() -> None:
    """A folder of more than fourteen modules has two ideas."""
    counts = Counter(path.parent.relative_to(ROOT) for path in every_module())
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_no_import_runs_in_a_circle() -> None:
    """What imports each other cannot be read, tested or moved alone; imports for types count as well.

    Late ones do not: an archive holds whatever may hold articles, archives too.
    """
    named = {_name(path): path for path in every_module()}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name, path in named.items():
        for module, what in names_from(path, late=False):
            of = f"{module}.{what}"
            graph.add_edge(name, of if of in named else module)
    assert [sorted(circle) for circle in nx.strongly_connected_components(graph) if len(circle) > 1] == []


def _name(path: Path) -> str:
    """Return the name that a module is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    inside = parts if parts[0] == "whosays" else ("whosays", *parts)
    return ".".join(inside[:-1] if inside[-1] == "__init__" else inside)
