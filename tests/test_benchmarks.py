"""The benchmarks run: they are only needed now and then, and must not have broken by then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

BENCHMARKS: Final = Path(__file__).parents[1] / "benchmarks"
NO_CORPUS: Final = ("--corpus", "no-such-folder")


def run(script: str, *arguments: str) -> list[str]:
    command = [sys.executable, str(BENCHMARKS / script), *arguments]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


def test_peers_without_any_peer_and_without_the_corpus(tmp_path: Path) -> None:
    small = ("--articles", "2", "--rules", "4", "--rounds", "1", "--peers", str(tmp_path))
    about, headings, _, bare, copylint, *_ = run("peers.py", *small, *NO_CORPUS)
    assert "2 articles of 5 KB, made-up sentences; 4 more rules" in about
    assert headings.split()[:2] == ["one", "article"]
    assert bare.startswith("python -c pass")
    name, _version, milliseconds, unit, times, rate, unchanged, more_rules, megabytes, *_ = copylint.split()
    assert (name, unit) == ("copylint", "ms")
    assert min(map(float, (milliseconds, times, rate, unchanged, more_rules, megabytes))) > 0


def test_long_files(tmp_path: Path) -> None:
    headings, *rows = run("long_files.py", "--kibibytes", "16", "--corpus", str(tmp_path / "none"))
    assert headings.split()[0] == "article"
    assert [row.split("  ")[0].strip() for row in rows] == [
        "16 KiB, short paragraphs",
        "16 KiB, one line",
        "16 KiB, one paragraph again and again",
        "16 KiB, one word",
    ]
    assert all(row.split()[-1] == "0" for row in rows), rows


@pytest.mark.parametrize(
    ("command", "code", "report"),
    [(("sh", "-c", "echo one; echo two >&2; exit 3"), 3, "one\ntwo\n"), (("true",), 0, "")],
)
def test_a_process_is_measured(tmp_path: Path, command: tuple[str, ...], code: int, report: str) -> None:
    (line,) = run("measured.py", str(tmp_path / "report"), *command)
    ended, seconds, size = line.split()
    assert (int(ended), (tmp_path / "report").read_text("utf-8")) == (code, report)
    assert 0 <= float(seconds) < 1
    assert 100_000 < int(size) < 50_000_000


def test_children_count(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    (line,) = run("measured.py", str(tmp_path / "report"), "sh", "-c", f"'{sys.executable}' -c '{busy}'; true")
    assert float(line.split()[1]) >= 0.3
