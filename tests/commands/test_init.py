"""`copylint init` proposes a configuration from the tree, and the configuration is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli import main
from copylint.config.command_line import CommandLine
from copylint.config.settings import settings

STORY = (
    "Harbor talks resume\n\nLYON, France ({house}) — The envoys met at noon, and the ministry said that they agreed.\n"
)


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = STORY.format(house="AP"), encoding: str = "utf-8") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode(encoding))


def init(*arguments: str) -> str:
    assert main(["init", *arguments]) == 0
    settings(CommandLine())  # it is sound
    return Path(".copylint.yaml").read_text("utf-8")


def test_folders_of_copy_are_included() -> None:
    write("wire/a.txt")
    write("features/2019/b.md")
    write("it's [new]/c.txt")
    write("src/program.py", "print()\n")
    write("README.md")
    text = init()
    assert text.startswith("# yaml-language-server: $schema=")
    included = settings(CommandLine()).include
    assert included is not None
    assert [included.match(name) for name in ("wire/x", "features/x", "it's [new]/x", "src/x")] == [
        True,
        True,
        True,
        False,
    ]


def test_copy_beside_the_configuration_needs_no_include() -> None:
    write("a.txt")
    write("wire/b.txt")
    init()
    assert settings(CommandLine()).include is None


def test_stories_without_an_extension_are_seen() -> None:
    write("wire/talks", STORY.format(house="AP") * 4)
    write("wire/photo", "\0\1")
    write("bin/tool", "#!/bin/sh\n" + "true " * 50)
    init()
    assert settings(CommandLine()).include is not None
    assert main(["check", "--show-files"]) == 0


@pytest.mark.parametrize(
    ("house", "arguments", "packs"),
    [
        ("AP", (), ("core", "ap")),
        ("Reuters", (), ("core", "reuters")),
        ("DESK", (), ("core",)),
        ("AP", ("--house", "none"), ("core",)),
        ("DESK", ("--house", "guardian"), ("core", "guardian")),
    ],
)
def test_the_house_is_read_from_the_datelines(house: str, arguments: tuple[str, ...], packs: tuple[str, ...]) -> None:
    for number in range(5):
        write(f"wire/{number}.txt", STORY.format(house=house))
    init(*arguments)
    assert settings(CommandLine()).packs == packs


def test_other_encodings_are_counted() -> None:
    write("wire/a.txt")
    write("wire/b.txt", STORY.format(house="AP"), "cp1252")
    assert "# 1 of 2 stories that were looked at are not UTF-8" in init()
    assert settings(CommandLine()).encoding == "cp1252"


def test_an_empty_tree_gets_one_too() -> None:
    init()
    assert settings(CommandLine()).packs == ("core",)


def test_a_configuration_is_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    write(".copylint.yaml", "profile: web\n")
    assert main(["init"]) == 2
    assert Path(".copylint.yaml").read_text("utf-8") == "profile: web\n"
    assert "edit it, or move it away" in capsys.readouterr().err
    assert main(["init", "--print"]) == 0
    assert "packs: [core]" in capsys.readouterr().out
    assert main(["init", "none"]) == 2
    assert "there is no such folder" in capsys.readouterr().err
