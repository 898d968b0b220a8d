"""What holds the code in shape: imports go one way, modules and functions stay small, nothing names this machine."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = ROOT / "copylint"

LAYERS: Final = (
    ("values",),
    ("errors", "expressions", "finding", "yaml_text"),
    ("source",),
    ("document",),
    ("checks",),
    ("ruleset",),
    ("config", "repository"),
    ("engine",),
    ("report",),
    ("api", "testing"),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""Each may import its own layer and those before it."""
RANKS: Final = {name: rank for rank, names in enumerate(LAYERS) for name in names}

MAY_PRINT: Final = ("copylint.cli", "copylint.__main__", "copylint.commands", "copylint.report")
LINES_AT_MOST: Final = 350
FUNCTION_LINES_AT_MOST: Final = 50

OF_THIS_MACHINE: Final = re.compile(
    rb"(?<![\w.])/(?:work|root|home)/|pypi[.]org|pythonhosted[.]org|npmjs[.]org|crates[.]io|proxy[.]golang[.]org"
)


def name_of(path: Path) -> str:
    """`copylint/checks/__init__.py` is `copylint.checks`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES: Final = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}

every_module = pytest.mark.parametrize("module", MODULES)


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


def imports_in(tree: ast.AST) -> Iterator[str]:
    """Every module that the code imports, wherever in the code: also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: import from 'copylint…', not from '.'"
            source = node.module or ""
            names = [f"{source}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else source for name in names)


def own_imports(module: str) -> set[str]:
    return {name for name in imports_in(tree_of(module)) if name.partition(".")[0] == "copylint"}


def layer_of(module: str) -> str:
    """`checks` for `copylint.checks.date`; empty for the package itself, which imports nothing and may be imported."""
    return module.partition(".")[2].partition(".")[0]


def upward_imports(module: str, imported: set[str]) -> list[str]:
    rank = RANKS.get(layer_of(module), -1)
    return sorted(name for name in imported if RANKS.get(layer_of(name), -1) > rank)


@every_module
def test_every_module_stands_in_a_layer(module: str) -> None:
    assert module == "copylint" or layer_of(module) in RANKS


@every_module
def test_imports_go_one_way(module: str) -> None:
    assert not upward_imports(module, own_imports(module))


def test_there_is_no_cycle() -> None:
    try:
        TopologicalSorter({module: own_imports(module) - {module} for module in MODULES}).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@every_module
def test_only_commands_and_reports_print_or_exit(module: str) -> None:
    if not is_in(module, MAY_PRINT):
        assert not list(prints_and_exits(tree_of(module)))


def is_in(module: str, packages: Sequence[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in packages)


def prints_and_exits(tree: ast.AST) -> Iterator[str]:
    """`line 3: print` for each use."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            name = ast.unparse(node)
            if name in {"print", "exit", "quit", "sys.exit", "os._exit"}:
                yield f"line {node.lineno}: {name}"
        elif isinstance(node, ast.ImportFrom) and node.module == "sys":
            yield from (f"line {node.lineno}: sys.exit" for alias in node.names if alias.name == "exit")


@every_module
def test_only_yaml_text_imports_ruamel(module: str) -> None:
    imported = {name.partition(".")[0] for name in imports_in(tree_of(module))}
    assert "ruamel" not in imported or module == "copylint.yaml_text"


@every_module
def test_dataclasses_are_made_the_quick_way(module: str) -> None:
    """The standard one costs a run's start; `yaml_text` is imported only where rules are read anew."""
    taken = {
        alias.name
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for alias in node.names
    }
    assert "dataclass" not in taken or module in ("copylint.values", "copylint.yaml_text")


@every_module
def test_modules_and_functions_are_small(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").split("\n")) <= LINES_AT_MOST
    assert not [
        f"{name}: {lines} lines" for name, lines in functions(tree_of(module)) if lines > FUNCTION_LINES_AT_MOST
    ]


def functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Each function's name and how many lines it has."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path}:{number}: {line.decode('utf-8', 'replace').strip()}"
        for path in tracked_files()
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1)
        if OF_THIS_MACHINE.search(line)
    ]
    assert not found


def tracked_files() -> list[Path]:
    """What git holds and the work tree has."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize(
    ("module", "code", "upward"),
    [
        ("copylint.checks.date", "from copylint.document.model import Segment", []),
        ("copylint.checks.date", "from copylint.engine import linter", ["copylint.engine.linter"]),
        ("copylint.checks.date", "def lazily():\n    import copylint.report", ["copylint.report"]),
        ("copylint.errors", "import copylint.source.lines", ["copylint.source.lines"]),
        ("copylint", "import copylint.errors", ["copylint.errors"]),
        ("copylint.ruleset.files", "import copylint", []),
    ],
)
def test_upward_imports_are_seen(module: str, code: str, upward: list[str]) -> None:
    assert upward_imports(module, set(imports_in(ast.parse(code)))) == upward


@pytest.mark.parametrize(
    "code", ["print('a')", "import sys\nsys.exit(1)", "from sys import exit", "def speak():\n    return print"]
)
def test_prints_and_exits_are_seen(code: str) -> None:
    assert list(prints_and_exits(ast.parse(code)))


@pytest.mark.parametrize("text", [b"see /wo" + b"rk/notes", b"https://pypi" + b".org/simple", b"path: '/root" + b"/x'"])
def test_machines_and_registries_are_seen(text: bytes) -> None:
    assert OF_THIS_MACHINE.search(text)
