"""What a newsroom installs: the wheel holds the rules, and works away from this checkout and off the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

from copylint.engine import analysis
from copylint.ruleset import shipped

ROOT: Final = Path(__file__).parents[1]
RULE_FILES: Final = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml"))
PACKS: Final = sorted(path.parent.name for path in (ROOT / "rules").rglob("pack.yaml"))


def run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    return subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive of the work tree."""
    folder = tmp_path_factory.mktemp("built")
    result = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", folder], ROOT)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment that copylint was installed in from its wheel."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--isolated", "--python", str(folder / "bin" / "python")]
    result = run([*pip, "install", "--no-index", "--find-links", wheelhouse.as_uri(), str(wheel)], folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "bin" / "copylint"


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_rule_file(wheel: Path) -> None:
    names = names_in(wheel)
    assert RULE_FILES
    assert {f"copylint/{name}" for name in RULE_FILES} <= names
    assert "copylint/py.typed" in names


def test_the_wheel_holds_every_pack_loaded_and_analysed(wheel: Path) -> None:
    loaded = {f"copylint/rules/{pack}/{shipped.FILE}" for pack in PACKS}
    assert {*loaded, f"copylint/rules/{analysis.FILE}"} <= names_in(wheel)


def test_the_wheel_holds_nothing_beside_the_package(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in names_in(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"copylint"}


def test_a_wheel_can_be_built_from_the_source_archive(built: Path, wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(next(built.glob("*.tar.gz")), tmp_path)
    source = next(tmp_path.iterdir())
    result = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], source)
    assert result.returncode == 0, result.stderr
    assert names_in(next(source.glob("dist/*.whl"))) == names_in(wheel)


def test_the_installed_command_finds_the_shipped_rules(installed: Path, tmp_path: Path) -> None:
    result = run([installed, "rule", "lowercase-month"], tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("lowercase-month (error")


def test_what_is_installed_has_its_own_rules_ready(installed: Path, tmp_path: Path) -> None:
    lines = (
        "import sys",
        "from pathlib import Path",
        "from copylint.engine.analysis import shipped_analysis",
        "from copylint.ruleset.load import load",
        f"packs = load({PACKS!r}, Path())",
        "assert 'ruamel.yaml' not in sys.modules",
        "assert all(shipped_analysis(rule) for pack in packs for rule in pack.rules)",
        "print([pack.id for pack in packs])",
    )
    result = run([installed.with_name("python"), "-c", "\n".join(lines)], tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"{PACKS!r}\n"


def test_the_installed_command_checks_a_story(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("PARIS (AP) — Talks began in july 2025, the ministry said.\n", "utf-8")
    result = run([installed, "check", "--output-format", "concise", "story.txt"], tmp_path)
    assert (result.returncode, result.stderr) == (1, "")
    assert "story.txt:1:29:" in result.stdout
    assert "lowercase-month" in result.stdout
