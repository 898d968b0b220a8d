"""The newsroom's settings: found upwards, read strictly, the command line over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.command_line import CommandLine
from copylint.config.discover import discover
from copylint.config.settings import rule_folders, ruleset, settings
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


@pytest.mark.parametrize(
    ("packs", "folders"),
    [
        ("[core]", []),
        ("[core, ./our-rules]", ["our-rules"]),
        ("[./our-rules/wording.yaml]", ["our-rules"]),
        ("[., ..]", []),
    ],
)
def test_lists_lie_in_folders_of_rules_where_no_story_may_lie(packs: str, folders: list[str], newsroom: Path) -> None:
    configure(newsroom, f"packs: {packs}")
    assert list(rule_folders(settings(CommandLine()))) == [newsroom / each for each in folders]


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
    assert settings(CommandLine(), configure(newsroom, "# nothing yet\n")).packs == ("core",)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("selct: [dates]", 1, 1, "unknown key 'selct' in the configuration", "did you mean 'select'?"),
        ("extend: x", 1, 1, "unknown key 'extend' in the configuration", "did you mean 'extends'?"),
        ("xyz: x", 1, 1, "unknown key 'xyz'", "known: baseline, encoding"),
        ("extends: x.yaml", 1, 10, "there is no configuration 'x.yaml'", "looked for at"),
        ("extends: .copylint.yaml", 1, 10, "a configuration can't extend itself", "extends"),
        ("language: klingon-x-y-z", 1, 11, "'klingon-x-y-z' is no language", "a code such as en"),
        ("show-copy: maybe", 1, 12, "'show-copy' must be true or false", None),
        ("include: []", 1, 10, "at least 1", None),
        ("exclude: ['!']", 1, 11, "'!' is no pattern", ".gitignore"),
        ("overrides: [{ignore: [a]}]", 1, 14, "an override has no 'files'", "which files"),
        (
            "overrides: [{files: [a], selct: [b]}]",
            1,
            26,
            "unknown key 'selct' in an override",
            "did you mean 'select'?",
        ),
        ("overrides: [a]", 1, 13, "an override must be a mapping", "- files:"),
        ("overrides: [{files: [a], language: q1}]", 1, 36, "'q1' is no language", None),
        ("packs: core", 1, 8, "'packs' must be a list", "[core]"),
        ("packs: []", 1, 8, "at least 1", None),
        ("select: []", 1, 9, "at least 1", None),
        ("profile: wir", 1, 10, "'profile' can't be 'wir'", "did you mean 'wire'?"),
        ("profile: wire\nseverity: {a: eror}", 2, 15, "can't be 'eror'", "did you mean 'error'?"),
        ("encoding: utf-99", 1, 11, "'utf-99' is no encoding", "cp1252"),
        ("encoding: hex", 1, 11, "'hex' is no encoding", None),
        ("ignore: [dates]\nignore: [dates]", 2, 1, "stands twice", "line 1"),
        ("- a", 1, 3, "must be a mapping, not a list", None),
        ("a: [", 1, 5, "this is not YAML", None),
    ],
)
def test_a_fault_is_told_at_its_place(
    newsroom: Path, text: str, line: int, column: int, message: str, hint: str | None
) -> None:
    with pytest.raises(CopylintError) as raised:
        settings(CommandLine(), configure(newsroom, text))
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


def test_a_file_extends_others_and_wins_over_them(newsroom: Path) -> None:
    configure(newsroom / "our-rules", "profile: web\npacks: [.]\nencoding: cp1252\nexclude: [b]\nignore: [no-foo]\n")
    (newsroom / "desk.yaml").write_text("extends: our-rules\nlanguage: fr\nseverity: {no-foo: info}\n")
    found = settings(
        CommandLine(), configure(newsroom, "extends: [desk.yaml]\nlanguage: en\nextend-select: [no-foo]\n")
    )
    assert (found.profile, found.encoding, found.language) == ("web", "cp1252", "en")
    assert [path.name for path in found.files] == [".copylint.yaml", "desk.yaml", ".copylint.yaml"]
    assert [(rule.id, rule.severity) for rule in ruleset(found).rules] == [("no-foo", "info")]
    (patterns,) = found.exclude
    assert (patterns.match(str(newsroom / "our-rules/b")), patterns.match(str(newsroom / "b"))) == (True, False)


def test_files_in_a_circle_are_told(newsroom: Path) -> None:
    (newsroom / "desk.yaml").write_text("extends: .copylint.yaml\n")
    with pytest.raises(CopylintError, match="can't extend itself"):
        settings(CommandLine(), configure(newsroom, "extends: desk.yaml\n"))


def test_everything_that_is_wrong_is_told_at_once(newsroom: Path) -> None:
    configure(
        newsroom,
        "packs: [./our-rules]\nprofile: wir\nignore: [no-fo]\nlanguage: 7\n"
        "overrides:\n  - {files: [a], select: [wordin]}\n  - {files: [b], encoding: x}\n",
    )
    with pytest.raises(CopylintError) as raised:
        settings(CommandLine())
    assert [(each.line, each.column) for each in raised.value.problems] == [(2, 10), (3, 10), (4, 11), (6, 27), (7, 28)]


def test_overrides_go_over_the_file_and_under_the_command_line(newsroom: Path) -> None:
    configure(
        newsroom,
        "packs: [./our-rules]\nencoding: cp1252\n"
        "overrides:\n  - {files: [a], severity: {no-foo: error}, encoding: utf-16}\n"
        "  - {files: [b], ignore: [no-foo], show-copy: false}\n",
    )
    plain, first = settings(CommandLine()), settings(CommandLine(), overrides=(0,))
    assert (plain.encoding, first.encoding) == ("cp1252", "utf-16")
    assert settings(CommandLine(encoding="latin-1"), overrides=(0,)).encoding == "latin-1"
    assert [rule.severity for rule in ruleset(first).rules] == ["error"]
    both = settings(CommandLine(), overrides=(0, 1))
    assert (ruleset(both).rules, both.show_copy) == ((), False)
    assert len(plain.overrides) == 2
