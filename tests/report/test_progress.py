"""How far a run is: on a terminal that takes a while, and nowhere else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from copylint.engine.run import Checked, Outcome, Unread
from copylint.finding import Finding, Span
from copylint.report import progress as progress_module
from copylint.report.progress import progress
from copylint.source.excerpt import NOTHING

FINDING: Final = Finding(Span(0, 1), "some-rule", "error", "Mend it.", "The minister")
OUTCOMES: Final[tuple[Outcome, ...]] = (Checked("story.txt", NOTHING, (FINDING,) * 1200), Unread(()))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, seconds_before: float = 0.0) -> str:
    monkeypatch.setattr(progress_module, "_SECONDS_BEFORE", seconds_before)
    with progress(3, stream) as tell:
        tell(OUTCOMES)
        tell(OUTCOMES[:1])
    return stream.getvalue()


def test_a_terminal_shows_files_and_findings_and_then_nothing_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    line = shown(Terminal(), monkeypatch)
    assert "2/3" in line
    assert "1,200 problems" in line
    assert "minister" not in line
    assert "story" not in line
    assert "\n" not in line
    assert line.endswith("\r")
    assert not line.split("\r")[-2].strip()


@pytest.mark.parametrize(
    ("stream", "terminal", "seconds_before"),
    [(io.StringIO(), "xterm", 0.0), (Terminal(), "dumb", 0.0), (Terminal(), "xterm", 60.0)],
)
def test_elsewhere_and_before_its_time_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, terminal: str, seconds_before: float
) -> None:
    monkeypatch.setenv("TERM", terminal)
    assert shown(stream, monkeypatch, seconds_before) == ""


SLOW: Final = """\
import sys
from copylint.cli import main
from copylint.report import progress
progress._SECONDS_BEFORE = 0.0
sys.exit(main(["check", "--isolated", "--select", "doubled-word", "--no-cache", *sys.argv[1:]]))
"""


def command(*options: str) -> list[str]:
    return [sys.executable, "-c", SLOW, *options]


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_on_a_pseudo_terminal_it_is_gone_before_the_report(tmp_path: Path, jobs: str) -> None:
    import pty  # noqa: PLC0415 - not everywhere
    import termios  # noqa: PLC0415 - likewise

    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("The the minister resigned.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    environment = {**os.environ, "TERM": "xterm"}
    piped = subprocess.run(command("--jobs", jobs), cwd=tmp_path, env=environment, capture_output=True, check=False)
    run = subprocess.Popen(
        command("--jobs", jobs), cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    line = _all_of(ours)
    report, _ = run.communicate()
    assert piped.stderr == b""
    assert report == piped.stdout
    assert b"/4" in line
    assert b"minister" not in line
    assert not line.rstrip(b"\r").rpartition(b"\r")[2].strip()


def _all_of(terminal: int) -> bytes:
    read = b""
    try:
        while data := os.read(terminal, 1000):
            read += data
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(terminal)
    return read
