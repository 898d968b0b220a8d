"""Shipped packs as loading leaves them: the same as their rule files, or not used."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import copylint
from copylint import yaml_text
from copylint.errors import CopylintError, Problem
from copylint.ruleset import files, shipped
from copylint.ruleset.load import load
from copylint.ruleset.model import Pack

RULES = Path(__file__).parents[2] / "rules"
PACKS = ("core", "ap", "reuters", "afp", "guardian")
SMALL = "ap"
A_RULE = """\
rules:
  - id: {id}
    check: pattern
    words: [foo]
    message: "Delete '{{match}}'."
    severity: warning
    examples: {{invalid: [a foo here], valid: [a bar here]}}
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of shipped packs as a wheel holds them."""
    folder = tmp_path_factory.mktemp("unpacked") / "rules"
    shutil.copytree(RULES, folder)
    for name in PACKS:
        (pack,) = load([str(folder / name)], folder)
        (folder / name / shipped.FILE).write_bytes(shipped.data_of(pack))
    return folder


@pytest.fixture
def installed(unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same in another folder, below the working folder."""
    folder = tmp_path / "installed" / "rules"
    shutil.copytree(unpacked, folder)
    monkeypatch.setattr(files, "shipped_folder", lambda: folder)
    monkeypatch.chdir(tmp_path)
    return folder


def without_stored(folder: Path, *packs: str) -> tuple[Pack, ...]:
    for path in folder.glob(f"*/{shipped.FILE}"):
        path.rename(path.with_suffix(".aside"))
    loaded = load(packs, folder)
    for path in folder.glob("*/*.aside"):
        path.rename(path.parent / shipped.FILE)
    return loaded


def refuse(*_: object) -> yaml_text.Yaml:
    pytest.fail("YAML was read")


def problems(*packs: str, base: Path) -> tuple[Problem, ...]:
    with pytest.raises(CopylintError) as raised:
        load(packs, base)
    return raised.value.problems


def test_every_pack_is_the_same_without_its_yaml(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = without_stored(installed, *PACKS)
    monkeypatch.setattr(yaml_text, "parse", refuse)
    monkeypatch.setattr(files, "parse", refuse)
    stored = load(PACKS, installed)
    assert stored == read
    assert [repr(pack) for pack in stored] == [repr(pack) for pack in read]  # the order of options counts, too


def test_rules_are_shown_where_they_are_installed(installed: Path) -> None:
    (pack,) = load([SMALL], installed)
    assert pack.path == "installed/rules/ap"
    assert {rule.path for rule in pack.rules} == {
        f"installed/rules/ap/{path.name}" for path in (installed / SMALL).glob("*.yaml") if path.name != "pack.yaml"
    }


def test_a_changed_file_counts(installed: Path) -> None:
    (before,) = load([SMALL], installed)
    path = Path(before.rules[0].path)
    path.write_text(f"# A remark.\n{path.read_text('utf-8')}", "utf-8")
    assert load([SMALL], installed)[0].rules[0].line == before.rules[0].line + 1


def test_a_changed_pack_file_counts(installed: Path) -> None:
    path = installed / SMALL / files.PACK_FILE
    path.write_text(path.read_text("utf-8").replace("name: ", "name: The new ", 1), "utf-8")
    assert load([SMALL], installed)[0].name.startswith("The new ")


def test_a_new_file_counts(installed: Path) -> None:
    (installed / SMALL / "more.yaml").write_text(A_RULE.format(id="no-foo"), "utf-8")
    assert "no-foo" in {rule.id for rule in load([SMALL], installed)[0].rules}


def test_a_changed_list_counts(installed: Path) -> None:
    with (installed / "core" / "typos-en.txt").open("a", encoding="utf-8") as file:
        file.write("copylinnt -> copylint\n")
    assert shipped.stored_pack(installed / "core") is None


def test_that_of_another_version_is_not_used(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copylint, "__version__", "0.0.0")
    assert shipped.stored_pack(installed / SMALL) is None


@pytest.mark.parametrize("kept", [0, 1, 16, 17, 1000])
def test_a_damaged_one_is_not_used(installed: Path, kept: int) -> None:
    path = installed / SMALL / shipped.FILE
    path.write_bytes(path.read_bytes()[:kept])
    assert shipped.stored_pack(installed / SMALL) is None
    assert load([SMALL], installed) == without_stored(installed, SMALL)


def test_one_in_a_newsrooms_own_folder_is_never_unpickled(installed: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    shutil.copytree(installed / SMALL, ours)
    (ours / shipped.FILE).unlink()
    (pack,) = load(["./ours"], tmp_path)
    (ours / shipped.FILE).write_bytes(shipped.data_of(replace(pack, name="Not read")))
    assert shipped.stored_pack(ours) == replace(pack, name="Not read")
    assert load(["./ours"], tmp_path) == (pack,)


def test_a_taken_id_is_told_at_its_place(installed: Path, tmp_path: Path) -> None:
    (pack,) = load([SMALL], installed)
    taken = pack.rules[0]
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "wording.yaml").write_text(A_RULE.format(id=taken.id), "utf-8")
    (ours_first,) = problems("./ours", SMALL, base=tmp_path)
    (ours_last,) = problems(SMALL, "./ours", base=tmp_path)
    assert (ours_first.path, ours_first.line) == (taken.path, taken.line)
    assert ours_first.hint == "the first stands in ours/wording.yaml:2"
    assert (ours_last.path, ours_last.line) == ("ours/wording.yaml", 2)
    assert ours_last.hint == f"the first stands in {taken.path}:{taken.line}"
