"""The configuration as `copylint check` goes by it: by path, by pattern, and shown with its origins."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli import main

STORY = "Talks end\n\nPARIS (AP) — The talks began in july 2025, the the ministry said.\n"


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("wire/a.txt", "features/b.txt", "drafts/c.txt"):
        write(name, STORY)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[tuple[str, str]]:
    """Files and rules, the same from the cache as anew."""
    runs = []
    for _ in range(2):
        main(["check", "--select", "lowercase-month,doubled-word", "--output-format", "concise", *arguments])
        lines = [line for line in capsys.readouterr().out.splitlines() if "[" in line and line[0] != "["]
        runs.append({(line.split(":")[0], line.split("[")[1].split("]")[0]) for line in lines})
    assert runs[0] == runs[1]
    return runs[0]


def test_overrides_hold_for_their_files(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        ".copylint.yaml",
        "exclude: [drafts/]\noverrides:\n  - files: [features/]\n    severity: {lowercase-month: info}\n"
        "    except: {doubled-word: [the the]}\n",
    )
    assert found(capsys) == {
        ("wire/a.txt", "lowercase-month"),
        ("wire/a.txt", "doubled-word"),
        ("features/b.txt", "lowercase-month"),
    }


def test_patterns_count_from_the_folder_of_their_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("desk/settings.yaml", "include: [/wire/]\n")
    write("desk/wire/d.txt", STORY)
    write("settings.yaml", "include: [/wire/]\n")
    assert {path for path, _ in found(capsys, "--config", "desk/settings.yaml")} == {"desk/wire/d.txt"}
    assert {path for path, _ in found(capsys, "--config", "settings.yaml")} == {"wire/a.txt"}
    assert {path for path, _ in found(capsys, "--include", "drafts/")} == {"drafts/c.txt"}
    assert {path for path, _ in found(capsys, "--exclude", "drafts/,desk/", "drafts/c.txt", "wire")} == {"wire/a.txt"}


def test_included_stories_of_unknown_names_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    write("wire/talks", STORY)
    write("wire/talks.story", STORY)
    assert {path for path, _ in found(capsys, "--include", "wire/")} == {"wire/a.txt", "wire/talks", "wire/talks.story"}


def test_what_is_in_force_is_shown_with_its_origin(capsys: pytest.CaptureFixture[str]) -> None:
    write("desk.yaml", "language: en\n")
    write(
        ".copylint.yaml",
        "extends: desk.yaml\nignore: [spelling]\nexclude: [drafts/]\noverrides:\n"
        "  - files: [features/]\n    encoding: cp1252\n",
    )
    assert main(["check", "--show-settings", "--profile", "web", "--severity", "dates=info", "--exclude", "x"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("rules ")]
    assert lines == [
        "configuration  .copylint.yaml, desk.yaml",
        "packs          core  (default)",
        "profile        web  (--profile)",
        "language       en  (desk.yaml:1)",
        "encoding       cp1252 where it is not UTF-8  (default)",
        "show-copy      true  (default)",
        "include        news formats, .txt, .md, .html  (default)",
        "exclude        drafts/  (.copylint.yaml:3)",
        "exclude        x  (--exclude)",
        "baseline       .copylint-baseline.jsonl, if it is there  (default)",
        "ignore         spelling  (.copylint.yaml:2)",
        "severity       dates: info  (--severity)",
        "override       features/  (.copylint.yaml:5)",
        "  encoding       cp1252  (.copylint.yaml:6)",
    ]


def test_faults_of_an_override_are_told_though_no_file_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    write(".copylint.yaml", "overrides:\n  - files: [none/]\n    ignore: [lowercase-mnth]\n")
    assert main(["check", "wire"]) == 2
    assert capsys.readouterr().err == (
        "error: there is no rule, topic or pack 'lowercase-mnth'\n"
        " --> .copylint.yaml:3:14\n  |\n3 |     ignore: [lowercase-mnth]\n  |              ^^^^^^^^^^^^^^\n"
        "  = help: did you mean 'lowercase-month'?\n\n"
    )


def test_a_rule_in_preview_runs_where_it_is_added(capsys: pytest.CaptureFixture[str]) -> None:
    write(".copylint.yaml", "packs: [core, afp]\n")
    main(["check", "--show-settings"])
    before = capsys.readouterr().out.splitlines()[-1]
    main(["check", "--show-settings", "--extend-select", "afp-signoff"])
    after = capsys.readouterr().out.splitlines()[-1]
    assert int(after.split()[1]) == int(before.split()[1]) + 1
