"""The command line: verbs, exit codes, and calm whatever the streams, the locale and the arguments are."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, Final

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import copylint
from copylint.cli import COMMANDS, main

RULES: Final = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Write “bar”, not '{match}'."
    severity: error
    languages: ["*"]
    examples: {invalid: [A foo.], valid: [A bar.]}
"""
COPYLINT: Final = (sys.executable, "-m", "copylint")


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / ".copylint.yaml").write_text("packs: [./ours.yaml]\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text("A flood in Dernā, and a foo.\n", encoding="utf-8")
    return tmp_path


def run(
    command: Sequence[str | bytes],
    environment: dict[str, str] | None = None,
    **streams: int | bytes | IO[bytes] | Callable[[], object] | None,
) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(copylint.__file__).parents[1])
    surroundings = {**os.environ, "PYTHONPATH": root, **(environment or {})}
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.run(command, env=surroundings, check=False, timeout=60, **{**pipes, **streams})


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    """The shell's line, in which `copylint` is this one."""
    return run(["bash", "-c", f'copylint() {{ "{sys.executable}" -m copylint "$@"; }}\n{line}'])


# verbs ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_the_version_is_printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"copylint {copylint.__version__}\n"


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["-h"], 0), (["help"], 0), ([], 2)])
def test_help_lists_the_commands(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == code
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name} " not in out] == []


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_command_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: copylint {verb}")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["chekc", "story.txt"], "there is no command 'chekc'", "did you mean 'copylint check'?"),
        (["story.txt"], "there is no command 'story.txt'", "did you mean 'copylint check story.txt'?"),
        (["none.txt"], "there is no command 'none.txt'", "did you mean 'copylint check none.txt'?"),
        (["wire/a", "b"], "there is no command 'wire/a'", "did you mean 'copylint check wire/a b'?"),
        (["--fix", "story.txt"], "there is no command '--fix'", "did you mean 'copylint check --fix story.txt'?"),
        (["xyz"], "there is no command 'xyz'", f"known: {', '.join(COMMANDS)}"),
        (["check", "--fxi"], "'copylint check' has no option '--fxi'", "did you mean '--fix'?"),
        (["version", "now"], "'copylint version' doesn't take 'now'", "'copylint version --help' lists what it takes"),
        (["schema"], "missing: of", "'copylint schema --help' lists what it takes"),
        (["schema", "rules"], "'of' can't be 'rules'", "did you mean 'rule'?"),
        (["rule", "no-fo"], "there is no rule, topic or pack 'no-fo'", "did you mean 'no-foo'?"),
    ],
)
def test_a_slip_is_told_with_the_next_step(
    arguments: list[str], message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    report = capsys.readouterr()
    assert (report.out, report.err) == ("", f"error: {message}\n  = help: {hint}\n\n")


def test_a_verb_that_a_file_is_called_is_still_told_apart(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (newsroom / "chek").write_text("A foo.\n", encoding="utf-8")
    assert main(["chek"]) == 2
    assert "did you mean 'copylint check chek'?" in capsys.readouterr().err


def test_an_interrupted_run_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("copylint.commands.check.run", interrupt)
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=12), max_size=3))
def test_any_arguments_end_with_an_exit_code(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    code = main(arguments)
    report = capsys.readouterr()
    assert (code == 2) or (arguments[0] in (*COMMANDS, "-h", "help"))
    assert code in (0, 1, 2)
    assert re.search("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u2028-\u202e\ud800-\udfff]", report.err) is None


# processes -----------------------------------------------------------------------------------------------------------


def test_the_exit_codes_are_the_process_s(newsroom: Path) -> None:
    (newsroom / "clean.txt").write_text("A flood in Derna, and a bar.\n", encoding="utf-8")
    codes = [run([*COPYLINT, "check", *each]).returncode for each in (["story.txt"], ["none.txt"], ["clean.txt"])]
    assert codes == [1, 2, 0]


def test_an_interrupted_process_ends_with_130_and_says_nothing() -> None:
    """The signal reaches it in the middle of its work."""
    program = "import os, signal, sys\nfrom copylint.cli import main\n"
    program += "from copylint.commands import check\n"
    program += "check.run = lambda _: os.kill(os.getpid(), signal.SIGINT) or signal.pause()\n"
    program += "sys.exit(main(['check']))\n"
    result = run(
        [sys.executable, "-c", program], preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler)
    )
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_the_locale_changes_no_byte(environment: dict[str, str]) -> None:
    expected = run([*COPYLINT, "check", "story.txt"], {"LC_ALL": "C.UTF-8"})
    result = run([*COPYLINT, "check", "story.txt"], environment)
    assert "Write “bar”".encode() in result.stdout
    assert (result.returncode, result.stdout, result.stderr) == (1, expected.stdout, b"")


def test_the_hash_seed_changes_no_byte() -> None:
    results = {run([*COPYLINT, "check", "story.txt"], {"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "2")}
    assert len(results) == 1


def test_a_name_that_is_not_utf8_is_read(newsroom: Path) -> None:
    name = b"a\xff.txt"
    Path(os.fsdecode(bytes(newsroom) + b"/" + name)).write_text("A foo.\n", encoding="utf-8")
    result = run([*COPYLINT, "check", "--output-format", "concise", name], {"LC_ALL": "C"})
    assert (result.returncode, result.stdout.splitlines()[0][:11]) == (1, b"a\\xff.txt:1")


def test_standard_input_is_read() -> None:
    result = run([*COPYLINT, "check", "-"], stdin=None, input=b"A foo.\n")
    assert (result.returncode, b" --> <stdin>:1:3" in result.stdout) == (1, True)


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(newsroom: Path) -> None:
    os.mkfifo(newsroom / "pipe.txt")
    os.mkfifo(newsroom / "pipe.yaml")
    story = run([*COPYLINT, "check", "pipe.txt"])
    assert (story.returncode, story.stderr) == (2, b"error: not checked: this is no regular file\n --> pipe.txt\n\n")
    assert run([*COPYLINT, "check", "--config", "pipe.yaml"]).returncode == 2
    assert run([*COPYLINT, "check", "--packs", "pipe.yaml", "story.txt"]).returncode == 2


@pytest.mark.parametrize(
    "line",
    [
        "copylint check many | head -n 1 >first; echo ${PIPESTATUS[0]}; cat first",
        "copylint check --help | true; echo 2; head -n 1 many.out",
        "{ copylint check none.txt 2>&1; echo $? >code; } | true; cat code; head -n 1 many.out",
    ],
)
def test_a_reader_that_has_seen_enough_sees_no_traceback(newsroom: Path, line: str) -> None:
    (newsroom / "many").mkdir()
    for number in range(
        100
    ):  # more than a pipe holds: of a file, the report shows no more than twenty findings of a rule
        (newsroom / "many" / f"{number}.txt").write_text("A foo.\n\n" * 20, encoding="utf-8")
    (newsroom / "many.out").write_text("error[no-foo]: it is not looked at\n", encoding="utf-8")
    result = shell(line)
    assert result.stderr == b""
    assert result.stdout.split(b"\n")[0] == b"2"
    assert result.stdout.split(b"\n")[1].startswith(b"error[no-foo]")


def test_a_pipe_closed_before_the_errors_are_told_ends_with_2() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = run([*COPYLINT, "check", "--fxi"], stderr=writing)
    os.close(writing)
    assert (result.returncode, result.stdout) == (2, b"")


@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("copylint check story.txt >&-", 1, b"", b""),
        ("copylint check none.txt --output-format json 2>&-", 2, b'{\n  "version"', b""),
        ("copylint check --fxi 2>&-", 2, b"", b""),
        ("copylint check - <&-", 2, b"", b"error: standard input is closed"),
    ],
)
def test_closed_streams_are_borne(line: str, code: int, out: bytes, err: bytes) -> None:
    result = shell(line)
    assert result.returncode == code
    assert result.stdout.startswith(out)
    assert bool(result.stdout) == bool(out)
    assert result.stderr.startswith(err)
    assert bool(result.stderr) == bool(err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_report_that_cannot_be_written_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        result = run([*COPYLINT, "check", "story.txt"], stdout=full)
    assert (result.returncode, result.stderr) == (
        2,
        b"error: the report can't be written: No space left on device\n\n",
    )


def test_a_working_folder_that_is_gone_is_an_error() -> None:
    result = shell("mkdir gone && cd gone && rmdir ../gone && copylint check x.txt")
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


NEEDLESS: Final = (
    "copylint.document.formats.json_stories",
    "copylint.document.formats.markup",
    "copylint.engine.derivation",
    "copylint.engine.fixer",
    "copylint.engine.pattern_tree",
    "copylint.engine.workers",
    "copylint.report.json",
    "copylint.report.segments",
    "copylint.report.timing",
    "copylint.ruleset.load",
    "copylint.ruleset.schema",
    "copylint.source.atomic_write",
    "copylint.yaml_text",
    "difflib",
    "json",
    "jsonschema",
    "multiprocessing",
    "random",
    "ruamel.yaml",
    "shutil",
    "tempfile",
    "tqdm",
)
"""What takes long to import and has no part in checking one text by rules that the cache holds."""


def test_a_warm_run_imports_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / ".copylint.yaml").write_text("packs: [core]\n", encoding="utf-8")
    code = (
        "import sys; from copylint.cli import main; main(['check', 'story.txt'])\n"
        f"print([name for name in {NEEDLESS} if name in sys.modules], file=sys.stderr)"
    )
    for number in range(2):
        (tmp_path / "story.txt").write_text(f"A flood in Dernā, and a foo.\n\nIt is {number}.\n", encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
