"""Several processes: the same report whatever their number; none is left behind, and none's end passes in silence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from copylint.cli import main
from copylint.engine import runner as runner_module
from copylint.engine import workers
from copylint.engine.checker import Checker
from copylint.engine.run import Outcome
from copylint.engine.workers import Crew

if sys.platform != "linux":
    pytest.skip("these tests look into /proc, and fork", allow_module_level=True)

OPTIONS: Final = ("--isolated", "--packs", "./ours")
FORMATS: Final = ("text", "concise", "json", "github")
FILES: Final = 12
RULES: Final = """\
rules:
  - id: no-july
    check: pattern
    words: [july]
    message: "Write 'July', not '{match}'."
    severity: error
    languages: ["*"]
    fix: {safety: safe, replace: July}
    examples: {invalid: [{text: In july., fixed: In July.}], valid: [In July.]}
  - id: doubled
    check: repetition
    unit: word
    message: Delete one.
    severity: warning
    languages: ["*"]
    report: once
    examples: {invalid: [A bar bar.], valid: [A bar.]}
"""


class Report(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of stories, some with faults, some that can't be read."""
    monkeypatch.chdir(tmp_path)
    folder, rules = tmp_path / "wire", tmp_path / "ours"
    folder.mkdir()
    rules.mkdir()
    (rules / "words.yaml").write_text(RULES, encoding="utf-8")
    for number in range(FILES):
        words = "The the minister resigned in july.\n" * (number * 50 % 170) + "Talks went on.\n"
        (folder / f"{number:02}.txt").write_text(words, encoding="utf-8")
    (folder / "05.txt").write_bytes(b"A\0B")
    (folder / "plan.json").write_text('{"uri": "x", "type": "event", "versioncreated": "1"}', encoding="utf-8")
    return folder


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., Report]:
    def run(*arguments: str) -> Report:
        capsys.readouterr()
        code = main(["check", *OPTIONS, *arguments])
        report = capsys.readouterr()
        return Report(code, report.out, report.err)

    return run


@pytest.fixture(autouse=True)
def _no_worker_stays() -> Iterator[None]:
    yield
    assert active_children() == []


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("output_format", FORMATS)
def test_their_number_changes_nothing(check: Callable[..., Report], output_format: str) -> None:
    options = ("--output-format", output_format, "wire", "gone.txt")
    alone = check("--jobs", "1", "--no-cache", *options)
    assert alone.code == 2
    for jobs in ("2", "3", "40"):
        assert check("--jobs", jobs, "--no-cache", *options) == alone
    assert check("--jobs", "2", *options) == check("--jobs", "3", *options) == alone


@pytest.mark.usefixtures("wire")
def test_they_check_in_other_processes(check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Checker, path: str) -> Outcome:
        raise AssertionError(f"{path} is checked here")

    monkeypatch.setattr(runner_module.Runner, "_check_here", refuse)
    assert check("--jobs", "2", "--no-cache", "wire").code == 2


def test_they_fix(wire: Path, check: Callable[..., Report]) -> None:
    stories = {path: path.read_bytes() for path in wire.iterdir()}
    alone = check("--jobs", "1", "--fix", "wire")
    fixed = {path: path.read_bytes() for path in wire.iterdir()}
    assert fixed != stories
    for path, data in stories.items():
        path.write_bytes(data)
    assert check("--jobs", "3", "--fix", "wire") == alone
    assert {path: path.read_bytes() for path in wire.iterdir()} == fixed


@pytest.mark.parametrize("size", ["small", "large"])
def test_they_are_started_where_it_pays(
    wire: Path, check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    started: list[int] = []

    def note(_: Crew, numbers: range, sizes: list[int]) -> None:
        started.append(len(numbers))
        assert sum(sizes) > 0

    monkeypatch.setattr(Crew, "check", note)
    monkeypatch.setattr(runner_module, "_processors", lambda: 2)
    if size == "large":
        monkeypatch.setattr(runner_module, "_BYTES_FOR_ONE", 1000)
        monkeypatch.setattr(runner_module, "_BYTES_BEFORE_OTHERS", (wire / "01.txt").stat().st_size + 100)
    assert check("--no-cache", "wire") == check("--no-cache", "--jobs", "1", "wire")
    assert started == ([] if size == "small" else [FILES - 2])


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("arguments", [("0",), ("-1",), ("two",), ("1.5",), ("",)])
def test_a_number_that_is_none_is_explained(check: Callable[..., Report], arguments: tuple[str, ...]) -> None:
    report = check("--jobs", *arguments, "wire")
    assert (report.code, report.out) == (2, "")
    assert report.err.startswith("error: '--jobs': ")


def test_a_file_that_its_process_dies_of_is_a_problem_and_the_others_are_checked(
    wire: Path, check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("--no-cache", "--output-format", "concise", "wire")
    alone = check("--jobs", "1", *options)
    for name in ("03x.txt", "99.txt"):
        (wire / name).write_text("The the deadly story.\n", encoding="utf-8")
    parent, checks = os.getpid(), Checker.check

    def deadly(self: Checker, path: str) -> Outcome:
        if os.getpid() != parent and Path(path).name in ("03x.txt", "99.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return checks(self, path)

    monkeypatch.setattr(Checker, "check", deadly)
    report = check("--jobs", "2", *options)
    assert report.code == 2
    assert report.out == alone.out.replace("1 file not checked", "3 files not checked")
    died = "error: not checked: the process that checked it was ended by the system\n --> wire/{}\n"
    assert [died.format(name) in report.err for name in ("03x.txt", "99.txt")] == [True, True]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("error", [OSError(11, "Resource temporarily unavailable"), NotImplementedError()])
def test_where_no_process_can_be_started_this_one_checks(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object) -> None:
        raise error

    alone = check("--jobs", "1", "--no-cache", "wire")
    monkeypatch.setattr(workers, "ProcessPoolExecutor", refuse)
    assert check("--jobs", "2", "--no-cache", "wire") == alone


def test_a_fault_of_copylint_itself_is_not_swallowed(
    wire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(_: Checker, path: str) -> Outcome:
        raise ZeroDivisionError(path)

    monkeypatch.setattr(Checker, "check", faulty)
    assert main(["check", *OPTIONS, "--no-cache", "--jobs", "2", str(wire)]) == 2
    assert "copylint failed: ZeroDivisionError in " in capsys.readouterr().err


# other processes' ends -----------------------------------------------------------------------------------------------

RUN: Final = """\
import os, sys, time
from pathlib import Path
from copylint.cli import main
from copylint.engine import workers
from copylint.engine.checker import Checker

checks = Checker.check

def slow(self, path):
    Path(f"{os.getpid()}.pid").touch()
    time.sleep(60)
    return checks(self, path)

def slow_sync(_):
    Path(f"{os.getpid()}.pid").touch()
    time.sleep(1)

if "slow" in sys.argv:
    Checker.check = slow
if "slow-sync" in sys.argv:
    os.fsync = slow_sync
if "spawn" in sys.argv:
    workers.start_method = lambda: "spawn"
if __name__ == "__main__":
    options = ["--isolated", "--packs", "./ours", "--no-cache", "--output-format", "concise"]
    fixing = ["--fix"] if "slow-sync" in sys.argv else []
    sys.exit(main(["check", *options, *fixing, "--jobs", "2", "wire"]))
"""


def started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    script = folder / "run.py"
    script.write_text(RUN, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, script, *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it never came to that")


def workers_of(folder: Path) -> list[int]:
    return [int(path.stem) for path in folder.glob("*.pid")]


def is_running(process: int) -> bool:
    """A process that has ended may still be listed, as a zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_they_end_with_the_process_that_started_them(wire: Path, end: signal.Signals) -> None:
    run = started(wire.parent, "slow")
    wait_until(lambda: len(workers_of(wire.parent)) == 2)
    if end == signal.SIGINT:  # as a terminal sends Ctrl-C: to all of them
        os.killpg(run.pid, end)
    else:
        run.send_signal(end)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130 if end == signal.SIGINT else -end, b"", b"")
    wait_until(lambda: not any(map(is_running, workers_of(wire.parent))))


def test_an_interrupt_leaves_no_file_half_written(wire: Path) -> None:
    run = started(wire.parent, "slow-sync")
    wait_until(lambda: len(workers_of(wire.parent)) == 2)
    assert list(wire.glob(".*.copylint"))
    os.killpg(run.pid, signal.SIGINT)
    assert (*run.communicate(timeout=30), run.returncode) == (b"", b"", 130)
    wait_until(lambda: not any(map(is_running, workers_of(wire.parent))))
    assert not list(wire.glob(".*.copylint"))


def test_they_can_be_started_without_a_fork(wire: Path) -> None:
    spawned, forked = started(wire.parent, "spawn"), started(wire.parent)
    assert (*spawned.communicate(), spawned.returncode) == (*forked.communicate(), forked.returncode)
    assert spawned.returncode == 2
