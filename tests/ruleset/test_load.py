"""Packs from disk: where they are found, what they default to, and every fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.errors import CopylintError, Problem
from copylint.ruleset.load import load
from copylint.ruleset.model import Rule

GOOD = """\
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


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def only_rule(folder: Path) -> Rule:
    ((rule,),) = [pack.rules for pack in load([str(folder)], folder)]
    return rule


def problems(*packs: str, base: Path) -> tuple[Problem, ...]:
    with pytest.raises(CopylintError) as raised:
        load(packs, base)
    return raised.value.problems


def test_a_folder_without_pack_file_is_a_pack_named_after_it(tmp_path: Path) -> None:
    (pack,) = load(["./desk"], write(tmp_path / "desk", wording=GOOD).parent)
    (rule,) = pack.rules
    assert (pack.id, rule.pack, rule.topic, rule.id, rule.line) == ("desk", "desk", "wording", "no-foo", 2)
    assert (rule.languages, rule.scope, rule.quotations) == (("en",), ("headline", "body", "caption"), "skip")
    assert [(example.text, example.valid) for example in rule.examples] == [("a foo here", False), ("a bar here", True)]


def test_the_pack_file_gives_defaults_and_lists(tmp_path: Path) -> None:
    pack = "pack: {id: ours, version: '1.0', languages: [fr], scope: [caption], lists: {bad: [foo, qux]}}"
    write(tmp_path, pack=pack, wording=GOOD.replace("[foo]", "'{bad}'", 1))
    rule = only_rule(tmp_path)
    assert (rule.pack, rule.languages, rule.scope) == ("ours", ("fr",), ("caption",))
    assert rule.options == {"words": ["foo", "qux"]}


def test_a_rule_files_own_pack_wins_for_that_file(tmp_path: Path) -> None:
    write(tmp_path, pack="pack: {id: ours, languages: [fr], quotations: report, lists: {a: [x], b: [y]}}")
    own = "pack: {languages: [de], lists: {a: [z]}}\n"
    write(tmp_path, wording=own + GOOD.replace("[foo]", "['{a}', '{b}']", 1))
    rule = only_rule(tmp_path)
    assert (rule.pack, rule.languages, rule.quotations) == ("ours", ("de",), "report")
    assert rule.options == {"words": ["z", "y"]}


def test_a_single_file_takes_its_folders_lists(tmp_path: Path) -> None:
    write(tmp_path, pack="pack: {id: ours, lists: {bad: [foo]}}\nsettings: {ignore: [no-foo]}")
    write(tmp_path, wording=GOOD.replace("[foo]", "'{bad}'", 1), other=GOOD)
    (pack,) = load(["wording.yaml"], tmp_path)
    assert [rule.topic for rule in pack.rules] == ["wording"]
    assert pack.settings.ignore == ()


def test_the_pack_file_named_means_its_folder(tmp_path: Path) -> None:
    write(tmp_path, pack="pack: {id: ours}\nsettings: {ignore: [ALL], severity: {no-foo: info}}", wording=GOOD)
    (pack,) = load(["pack.yaml"], tmp_path)
    assert len(pack.rules) == 1
    assert [given.text for given in pack.settings.ignore] == ["ALL"]
    assert [(given.text, level) for given, level in pack.settings.severity] == [("no-foo", "info")]


def test_a_pack_named_twice_is_loaded_once(tmp_path: Path) -> None:
    write(tmp_path / "desk", wording=GOOD)
    assert len(load(["desk", "./desk/", "desk/pack.yaml"], tmp_path)) == 1


def test_a_file_beside_its_pack_file_is_loaded_once(tmp_path: Path) -> None:
    write(tmp_path, pack="pack: {id: ours, version: '1.0'}", wording=GOOD)
    (pack,) = load(["pack.yaml", "wording.yaml"], tmp_path)
    assert [rule.id for rule in pack.rules] == ["no-foo"]


def test_a_shipped_pack_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    (pack,) = load(["core"], tmp_path)
    assert pack.id == "core"
    assert pack.rules


def test_source_rules_look_everywhere_unless_they_say_where(tmp_path: Path) -> None:
    source = GOOD.replace("words:", "text: source\n    words:")
    assert only_rule(write(tmp_path / "a", wording=source)).scope is None
    scoped = source.replace("words:", "scope: [body]\n    words:")
    assert only_rule(write(tmp_path / "b", wording=scoped)).scope == ("body",)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "width", "message", "hint"),
    [
        ("message:", "mesage:", 6, 5, 6, "unknown key 'mesage' in rule 'no-foo'", "did you mean 'message'?"),
        ("warning", "fatal", 7, 15, 5, "'severity' can't be 'fatal'", "error"),
        ("pattern", "patern", 4, 12, 6, "'check' can't be 'patern'", "did you mean 'pattern'?"),
        ("[foo]", "foo", 5, 12, 3, "'words' must be a list", "[foo]"),
        ("[foo]", "[1.0]", 5, 13, 3, "YAML takes 1.0 for a number", '"1.0"'),
        ("[foo]", "[“foo”]", 5, 13, 5, "a curly quote", "straight quotes"),
        ("words: [foo]", "pattern: '(foo'", 5, 19, 1, "missing )", None),
        ("words: [foo]", "pattern: '(?<{months}>x)'", 3, 9, 6, "bad character in group name", None),
        ("words: [foo]", "words: [foo]\n    pattern: x", 3, 9, 6, "give either 'words' or 'pattern'", None),
        ("words: [foo]", "words: [foo]\n    words: [x]", 6, 5, 5, "'words' stands twice", "line 5"),
        ("[foo]", "'{mnths}'", 5, 12, 9, "there is no list 'mnths'", "did you mean 'months'?"),
        ("{match}", "{mach}", 6, 23, 6, "'{mach}' is nothing that a 'pattern' rule knows", "did you mean 'match'?"),
        ("no-foo", "NoFoo", 3, 9, 5, "'id' can't be 'NoFoo'", "hyphens"),
        ("      valid: [a bar here]\n", "", 9, 7, 7, "'examples' has no 'valid'", None),
        ("severity: warning\n    ", "", 3, 5, 2, "rule 'no-foo' has no 'severity'", None),
        ("severity: warning", "severity: info\n    fix: safe", 9, 5, 8, "no example shows what the fix makes", "fixed"),
        ("[a bar here]", "[{text: b, match: c}]", 10, 16, 4, "a valid example has nothing to match", None),
        ("[a bar here]", "[{text: b, now: 2026-02-31}]", 10, 30, 10, "there is no day 2026-02-31", None),
        ("words:", "except-in: [scors]\n    words:", 5, 17, 5, "can't be 'scors'", "did you mean 'scores'?"),
    ],
)
def test_a_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, line: int, column: int, width: int, message: str, hint: str | None
) -> None:
    lists = "pack: {lists: {months: [May]}}\n"
    write(tmp_path, wording=lists + GOOD.replace(old, new, 1))
    problem = next(each for each in problems(".", base=tmp_path) if message in each.message)
    assert (problem.line, problem.column, problem.width) == (line, column, width)
    assert hint is None or hint in (problem.hint or "")
    assert problem.excerpt


def test_all_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, pack="pack: {langages: [en]}", a=GOOD.replace("message", "mesage"), b="rules: [\n", c="x: 1\n")
    found = [(Path(each.path or "").name, each.line) for each in problems(".", "nosuch", base=tmp_path)]
    assert found == [
        ("", None),
        ("pack.yaml", 1),
        ("a.yaml", 2),
        ("a.yaml", 5),
        ("b.yaml", 2),
        ("c.yaml", 1),
        ("c.yaml", 1),
    ]


@pytest.mark.parametrize("pack", ["x", "[x]", "{lists: x}", "{lists: {a: x}}", "{ide: x, lists: {bad: [foo]}}", ""])
def test_a_faulty_pack_block_is_told_once(tmp_path: Path, pack: str) -> None:
    words = "'{bad}'" if "bad" in pack else "[foo]"
    write(tmp_path, pack=f"pack: {pack}", wording=GOOD.replace("[foo]", words, 1))
    assert len(problems(".", base=tmp_path)) == 1


def test_an_id_stands_once_in_all_packs(tmp_path: Path) -> None:
    write(tmp_path / "one", wording=GOOD)
    write(tmp_path / "two", wording=GOOD.replace("no-foo", "not-foo\n    formerly: [no-foo]"))
    (problem,) = problems("one", "two", base=tmp_path)
    assert "a second rule is called 'no-foo'" in problem.message
    assert "wording.yaml:2" in (problem.hint or "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "must hold 'pack:' or 'rules:'"),
        (b"- a\n", "must hold 'pack:' or 'rules:'"),
        (b"rules:\n", "'rules' must be a list of rules"),
        (b"rules: [x]\n", "a rule must be a mapping"),
        (b"pack: {id: a}\n", "the file has no 'rules:'"),
        (b"a: caf\xe9\n", "not UTF-8"),
        (b"a: \0\n", "U+0000"),
        (b"#" * 3_000_000, "more than 2048 KiB"),
    ],
)
def test_a_file_that_holds_no_rules_is_told(tmp_path: Path, text: bytes, message: str) -> None:
    (tmp_path / "a.yaml").write_bytes(text)
    assert any(message in problem.message for problem in problems("a.yaml", base=tmp_path))


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (problem,) = problems(".", base=tmp_path)
    assert "no rule files" in problem.message


@pytest.mark.parametrize(("name", "hint"), [("cor", "did you mean 'core'?"), ("./desk", "looked for in"), ("", "core")])
def test_an_unknown_pack_is_told(tmp_path: Path, name: str, hint: str) -> None:
    (problem,) = problems(name, base=tmp_path)
    assert f"no pack '{name}'" in problem.message
    assert hint in (problem.hint or "")


def test_a_pipe_in_the_place_of_a_rule_file_is_never_opened(tmp_path: Path) -> None:
    import os  # noqa: PLC0415 - only here

    write(tmp_path, wording=GOOD)
    os.mkfifo(tmp_path / "pipe.yaml")
    (problem,) = problems(".", base=tmp_path)
    assert "not a regular file" in problem.message
