"""The table of what each rule cost."""

from __future__ import annotations

from collections.abc import Mapping

from copylint.engine.run import READING, Checked, Run
from copylint.report import timing
from copylint.source.excerpt import NOTHING


def run(*files: Mapping[str, float] | None) -> Run:
    return Run(tuple(Checked(f"{number}.txt", NOTHING, seconds=seconds) for number, seconds in enumerate(files)))


def test_files_are_added_up_and_the_dearest_stands_first() -> None:
    told = list(timing.lines(run({READING: 0.001, "doubled-word": 0.5}, {READING: 0.002, "stray-tag": 1.5})))
    assert told == [
        "CPU time of 2 files: 2,003.0 ms",
        "   1,500.0 ms   75%  stray-tag",
        "     500.0 ms   25%  doubled-word",
        "       3.0 ms    0%  (reading)",
    ]


def test_the_cheapest_share_a_line() -> None:
    seconds = {f"rule-{number:02}": 0.001 * (30 - number) for number in range(30)}
    *_, dearest, last = timing.lines(run(seconds))
    assert dearest.endswith("rule-24")
    assert last == "      15.0 ms    3%  (5 other rules)"


def test_a_run_without_files_took_nothing() -> None:
    assert list(timing.lines(run())) == ["CPU time of 0 files: 0.0 ms"]
