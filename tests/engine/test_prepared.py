"""What a run goes by comes from the cache only while nothing that it is made of has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import copylint
from copylint.checks.model import Setting
from copylint.config.cache_folder import CacheFolder
from copylint.config.command_line import CommandLine
from copylint.config.settings import Settings, ruleset
from copylint.document.formats import read
from copylint.engine.compiled import CompiledRule
from copylint.engine.linter import Linter
from copylint.engine.prepared import Prepared, prepare
from copylint.errors import CopylintError
from copylint.finding import Finding
from copylint.source.decode import decode

RULE = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    except: [foo fighters]
    message: Delete it.
    severity: error
    languages: ["*"]
    examples: {invalid: [A foo.], valid: [A bar.]}
"""


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "newsroom"
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / "words.yaml").write_text(RULE, encoding="utf-8")
    (folder / ".copylint.yaml").write_text("packs: [./rules]\nencoding: cp1252\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    folder = tmp_path / "cache"
    folder.mkdir()
    return CacheFolder(folder)


def severities(prepared: Prepared) -> dict[str, str]:
    return {rule.id: rule.severity for rule in prepared.ruleset.rules}


def findings(prepared: Prepared, text: str) -> tuple[Finding, ...]:
    source = decode("story.txt", text.encode())
    linter = Linter(prepared.ruleset, Setting(), stored=prepared.compiled)
    return linter.lint(source, read(source)).findings


@pytest.mark.usefixtures("newsroom")
def test_the_second_run_takes_the_record_and_finds_the_same(cache: CacheFolder) -> None:
    text = "A foo. The Foo Fighters. FOO!\n"
    first = prepare(CommandLine(), cache=cache)
    second = prepare(CommandLine(), cache=cache)
    assert first == second
    assert list(second.compiled) == ["no-foo"]
    assert second.encoding == "cp1252"
    assert findings(first, text) == findings(second, text)
    assert [finding.text for finding in findings(second, text)] == ["foo", "FOO"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rules/words.yaml", RULE.replace("severity: error", "severity: warning")),
        ("rules/more.yaml", RULE.replace("no-foo", "no-bar")),
        ("rules/pack.yaml", "pack: {id: ours}\nsettings: {severity: {no-foo: info}}\n"),
        (".copylint.yaml", "packs: [./rules]\nseverity: {no-foo: info}\n"),
    ],
)
def test_a_changed_or_new_file_is_read(newsroom: Path, cache: CacheFolder, name: str, text: str) -> None:
    before = prepare(CommandLine(), cache=cache)
    (newsroom / name).write_text(text, encoding="utf-8")
    after = prepare(CommandLine(), cache=cache)
    assert severities(after) != severities(before)
    assert severities(after) == severities(prepare(CommandLine()))


@pytest.mark.usefixtures("newsroom")
def test_another_command_line_is_another_record(cache: CacheFolder) -> None:
    assert severities(prepare(CommandLine(), cache=cache)) == {"no-foo": "error"}
    assert severities(prepare(CommandLine(severity=("no-foo=info",)), cache=cache)) == {"no-foo": "info"}


def test_what_is_wrong_is_said_every_time(newsroom: Path, cache: CacheFolder) -> None:
    (newsroom / "rules" / "words.yaml").write_text("rules: 3\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CopylintError):
            prepare(CommandLine(), cache=cache)


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda _: b"", lambda _: b"not a record"])
@pytest.mark.usefixtures("newsroom")
def test_a_damaged_record_is_none(cache: CacheFolder, damage: object) -> None:
    assert callable(damage)
    prepare(CommandLine(), cache=cache)
    (record,) = cache.path.iterdir()
    record.write_bytes(damage(record.read_bytes()))
    assert severities(prepare(CommandLine(), cache=cache)) == {"no-foo": "error"}
    assert list(prepare(CommandLine(), cache=cache).compiled) == ["no-foo"]


@pytest.mark.usefixtures("newsroom")
def test_changed_code_makes_another_record(tmp_path: Path, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "checkout" / "package" / "deep" / "module.py"
    for folder in (module.parent, tmp_path / "checkout" / "rules"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(copylint, "__file__", str(module.parents[1] / "__init__.py"))
    for code, records in (("1\n", 1), ("1\n", 1), ("1 + 1\n", 2)):
        if not module.exists() or module.read_text("utf-8") != code:
            module.write_text(code, encoding="utf-8")
        prepare(CommandLine(), cache=cache)
        assert len(list(cache.path.iterdir())) == records


@pytest.mark.usefixtures("newsroom")
def test_a_single_file_as_a_pack_is_read_each_time(cache: CacheFolder) -> None:
    prepare(CommandLine(packs=("rules/words.yaml",)), cache=cache)
    assert not list(cache.path.iterdir())


@pytest.mark.usefixtures("newsroom")
def test_a_warm_run_imports_neither_yaml_nor_the_schema(cache: CacheFolder) -> None:
    prepare(CommandLine(), cache=cache)
    code = (
        "import sys; from pathlib import Path\n"
        "from copylint.config.cache_folder import CacheFolder\n"
        "from copylint.config.command_line import CommandLine\n"
        "from copylint.engine.prepared import prepare\n"
        "assert prepare(CommandLine(), cache=CacheFolder(Path(sys.argv[1]))).compiled\n"
        "heavy = ('ruamel.yaml', 'copylint.yaml_text', 'copylint.ruleset.schema')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(cache.path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_core_rule_can_be_stored() -> None:
    """One that can't is compiled anew in every run."""
    compiled = [CompiledRule(rule) for rule in ruleset(Settings()).rules]
    assert [each.rule.id for each in compiled if each.packed() is None] == []
