"""The newsroom's settings: found upwards, read strictly, the command line over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.command_line import CommandLine
from copylint.config.discover import discover
from copylint.config.settings import read, ruleset, settings
from copylint.errors import CopylintError

RULE = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Delete '{match}'."
    severity: warning
    examples:
      invalid: [a foo here]
      valid: [a bar here]
"""


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a rule of its own, and the working folder below it."""
    (tmp_path / "our-rules").mkdir()
    (tmp_path / "our-rules" / "wording.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "wire" / "today").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "wire" / "today")
    return tmp_path


def configure(folder: Path, text: str) -> Path:
    path = folder / ".copylint.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_upwards_counts(newsroom: Path) -> None:
    configure(newsroom, "profile: web")
    nearest = configure(newsroom / "wire", "profile: wire")
    assert discover(newsroom / "wire" / "today") == nearest
    assert discover(newsroom / "our-rules") == newsroom / ".copylint.yaml"


def test_the_configured_packs_are_taken_from_the_files_folder(newsroom: Path) -> None:
    configure(newsroom, "packs: [./our-rules]\nseverity: {no-foo: error}\nencoding: cp1252\nprofile: web\n")
    found = settings(CommandLine())
    assert (found.encoding, found.profile) == ("cp1252", "web")
    assert [(rule.id, rule.severity) for rule in ruleset(found).rules] == [("no-foo", "error")]
    assert ruleset(found).profile == "web"


def test_the_command_line_goes_over_the_file(newsroom: Path) -> None:
    configure(newsroom, "packs: [core]\nignore: [no-foo]\nseverity: {no-foo: error}\n")
    given = CommandLine(
        packs=("../../our-rules",), profile="web", select=("no-foo",), severity=("no-foo=info",), encoding="latin-1"
    )
    config = configure(newsroom, "packs: [core]\nprofile: wire\nignore: [wording]\n")
    found = settings(given, config)
    assert (found.encoding, found.profile) == ("latin-1", "web")
    assert [(rule.id, rule.severity) for rule in ruleset(found).rules] == [("no-foo", "info")]


def test_an_isolated_run_reads_no_file(newsroom: Path) -> None:
    configure(newsroom, "profile: web")
    found = settings(CommandLine(), isolated=True)
    assert (found.path, found.packs, found.profile, found.encoding) == (None, ("core",), "wire", None)


def test_an_empty_file_changes_nothing(newsroom: Path) -> None:
    assert read(configure(newsroom, "# nothing yet\n")).packs == ("core",)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("selct: [dates]", 1, 1, "unknown key 'selct' in the configuration", "did you mean 'select'?"),
        ("extends: x", 1, 1, "unknown key 'extends'", "known:"),
        ("packs: core", 1, 8, "'packs' must be a list", "[core]"),
        ("packs: []", 1, 8, "at least 1", None),
        ("select: []", 1, 9, "at least 1", None),
        ("profile: wir", 1, 10, "'profile' can't be 'wir'", "did you mean 'wire'?"),
        ("profile: wire\nseverity: {a: eror}", 2, 15, "can't be 'eror'", "did you mean 'error'?"),
        ("encoding: utf-99", 1, 11, "'utf-99' is no encoding", "cp1252"),
        ("encoding: hex", 1, 11, "'hex' is no encoding", None),
        ("ignore: [a]\nignore: [b]", 2, 1, "stands twice", "line 1"),
        ("- a", 1, 3, "must be a mapping, not a list", None),
        ("a: [", 1, 5, "this is not YAML", None),
    ],
)
def test_a_fault_is_told_at_its_place(
    newsroom: Path, text: str, line: int, column: int, message: str, hint: str | None
) -> None:
    with pytest.raises(CopylintError) as raised:
        read(configure(newsroom, text))
    problem = raised.value.problems[0]
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message
    assert hint is None or hint in (problem.hint or "")


def test_unknown_names_are_told_where_they_stand(newsroom: Path) -> None:
    configure(newsroom, "packs: [core, ./ours]\n")
    with pytest.raises(CopylintError) as raised:
        ruleset(settings(CommandLine()))
    (problem,) = raised.value.problems
    assert (problem.line, problem.column, problem.width) == (1, 15, 6)
    configure(newsroom, "packs: [./our-rules]\nselect: [no-fo]\n")
    with pytest.raises(CopylintError) as raised:
        ruleset(settings(CommandLine(ignore=("wordin",))))
    assert [(problem.line, problem.hint) for problem in raised.value.problems] == [
        (2, "did you mean 'no-foo'?"),
        (None, "did you mean 'wording'?"),
    ]


def test_faults_of_the_command_line_are_told_together() -> None:
    given = CommandLine(profile="wirre", severity=("no-foo", "a=bad"), encoding="utf-99")
    with pytest.raises(CopylintError) as raised:
        settings(given, isolated=True)
    assert len(raised.value.problems) == 4


def test_a_missing_configuration_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CopylintError, match="not a regular file"):
        settings(CommandLine(), tmp_path / "nosuch.yaml")


def test_a_newsroom_changes_options_and_exceptions_of_a_rule(newsroom: Path) -> None:
    configure(newsroom, "packs: [./our-rules]\noptions: {no-foo: {words: [foo, qux]}}\nexcept: {no-foo: [foo bar]}\n")
    (rule,) = ruleset(settings(CommandLine())).rules
    assert (rule.options, rule.exceptions) == ({"words": ["foo", "qux"]}, ("foo bar",))


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("options: {no-fo: {words: [a]}}", 2, 11, "there is no rule 'no-fo'", "did you mean 'no-foo'?"),
        ("except:\n  nothing: [a]", 3, 3, "there is no rule 'nothing'", "copylint rule"),
        ("options: {no-foo: {word: [a]}}", 2, 20, "unknown key 'word' in options of 'no-foo'", "did you mean 'words'?"),
        ("options: {no-foo: {words: a}}", 2, 27, "must be a list", "[a]"),
        ("options: {no-foo: {pattern: a}}", 2, 20, "give either 'words' or 'pattern'", None),
        ("except: {no-foo: a}", 2, 18, "must be a list", "[a]"),
    ],
)
def test_a_change_that_a_rule_does_not_take_is_told_at_its_place(
    newsroom: Path, text: str, line: int, column: int, message: str, hint: str | None
) -> None:
    configure(newsroom, f"packs: [./our-rules]\n{text}\n")
    with pytest.raises(CopylintError) as raised:
        ruleset(settings(CommandLine()))
    (problem,) = raised.value.problems
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message
    assert hint is None or hint in (problem.hint or "")
