"""How fast copylint is beside its peers, as one table; `make bench` runs it.

    python benchmarks/peers.py [--articles 2000] [--rounds 1] [--peers .bench/peers]

CPU seconds and memory are those of whole processes, start-up and report included. In each round every tool has its turn
at everything; its best time counts.

- one article: CPU milliseconds for one of 2 KB that was never seen before, all default rules; and as a multiple of
  `python -c pass`. A run before has filled the caches of files and rules; leave copylint's code alone meanwhile, or it
  reads its rules anew.
- MB/s: megabytes of 5 KB articles per CPU second, in one process, none seen before. copylint's includes what it costs
  to keep the findings for the next run.
- unchanged: the same files again, for tools that remember what they found.
- more rules: the time with as many plain word rules loaded too, divided by the time without.
- MB: the peak memory of the largest process over these articles.
- articles: how many it got; fewer where they would take minutes.
- lines: what it reported, in lines an article. A tool that finds less has less to do.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import articles
from processes import Usage, measure
from tools import Tool, tools

_PEERS: Final = Path(__file__).resolve().parents[1] / ".bench" / "peers"
_SMALL, _USUAL = 2_000, 5_000
"""Bytes of an article."""
_STARTS: Final = 5
"""How often a tool checks one article in each round: that is short, and so the least certain."""
_MEGABYTE: Final = 1_000_000

_HEADINGS: Final = (
    "",
    "one article",
    "× python",
    "MB/s",
    "unchanged",
    "more rules",
    "MB",
    "lines",
    "articles",
    "checks",
)
_GOALS: Final = ("(goal)", "", "≤ 4.0", "≥ 3", "≥ 30", "≤ 1.70", "≤ 120", "", "", "")


@dataclass
class Costs:
    """The least that a tool took for each thing."""

    one: float = float("inf")
    many: float = float("inf")
    again: float = float("inf")
    with_more_rules: float = float("inf")
    bytes_at_most: int = 0
    lines: int = 0


@dataclass(frozen=True)
class Bench:
    """The articles, and where the tools run."""

    folder: Path
    small: str
    usual: Sequence[str]
    rules: int
    costs: dict[str, Costs] = field(default_factory=dict)

    def run(self, tool: Tool) -> None:
        """One round of a tool."""
        costs = self.costs.setdefault(tool.name, Costs())
        shutil.rmtree(self._cache, ignore_errors=True)
        self._start(tool.command, 0)
        costs.one = min(costs.one, *(self._start(tool.command, number) for number in range(1, _STARTS + 1)))
        files = self._files_of(tool)
        many = self._many(tool.command, files)
        if many.code == tool.failure:
            raise RuntimeError(f"{tool.name} could not do everything:\n{many.report[-2000:]}")
        costs.many, costs.bytes_at_most, costs.lines = min(costs.many, many.seconds), many.bytes_at_most, many.lines
        if tool.remembers:
            costs.again = min(costs.again, self._measure((*tool.command, files)).seconds)
        if tool.with_more_rules:
            costs.with_more_rules = min(costs.with_more_rules, self._many(tool.with_more_rules, files).seconds)

    def megabytes(self, tool: Tool) -> float:
        return sum(len(text.encode()) for text in self.usual[: self.number(tool)]) / _MEGABYTE

    def number(self, tool: Tool) -> int:
        return max(round(len(self.usual) * tool.share), 1)

    def bare_python(self) -> float:
        return min(self._measure((sys.executable, "-c", "pass")).seconds for _ in range(_STARTS))

    def _many(self, command: Sequence[str], files: str) -> Usage:
        self._start(command, 0)  # so that its rules are ready
        return self._measure((*command, files))

    def _start(self, command: Sequence[str], number: int) -> float:
        """CPU seconds for one article; another number makes another text, of the same words."""
        path = self.folder / "article.txt"
        path.write_text(self.small + "\n" * number, "utf-8")
        return self._measure((*command, path.name)).seconds

    def _files_of(self, tool: Tool) -> str:
        """The folder of the tool's articles."""
        name = f"articles-{self.number(tool)}"
        folder = self.folder / name
        if not folder.is_dir():
            folder.mkdir()
            for index, text in enumerate(self.usual[: self.number(tool)]):
                (folder / f"{index:05}.txt").write_text(text, "utf-8")
        return name

    def _measure(self, command: Sequence[str]) -> Usage:
        return measure(command, self.folder, {"COPYLINT_CACHE_DIR": str(self._cache)})

    @property
    def _cache(self) -> Path:
        """Outside the folder that copylint runs in, or it would not be used."""
        return self.folder.parent / "cache"


def main() -> None:
    arguments = _arguments()
    usual = list(articles.articles(arguments.articles, _USUAL, arguments.corpus))
    (small,) = articles.articles(1, _SMALL, arguments.corpus)
    with TemporaryDirectory() as name:
        folder = Path(name) / "work"
        folder.mkdir()
        bench = Bench(folder, small, usual, arguments.rules)
        found = list(tools(arguments.peers.absolute(), Path(name), articles.words(usual, arguments.rules)))
        print(_about(arguments))
        bare = bench.bare_python()
        for number in range(arguments.rounds):
            for tool in found:
                print(f"round {number + 1}: {tool.name}", file=sys.stderr)
                bench.run(tool)
            bare = min(bare, bench.bare_python())
    print(*_table([_HEADINGS, _GOALS, *_rows(bench, found, bare)]), sep="\n")
    if "proselint" in bench.costs:
        ratio = bench.costs["copylint"].one / bench.costs["proselint"].one
        print(f"One article takes copylint {ratio:.2f} times what it takes proselint (goal: ≤ 0.33).")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000, help="how many; 2000")
    parser.add_argument("--rules", type=int, default=2000, help="how many more rules; 2000")
    parser.add_argument("--rounds", type=int, default=1, help="how often; once")
    parser.add_argument("--corpus", type=Path, default=articles.CORPUS, help="a folder of real copy, if it is there")
    parser.add_argument("--peers", type=Path, default=_PEERS, help="the virtual environment that the peers are in")
    return parser.parse_args()


def _about(arguments: argparse.Namespace) -> str:
    copy = "real copy" if arguments.corpus.is_dir() else "made-up sentences"
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs; Python {platform.python_version()}; "
        f"{arguments.articles} articles of {_USUAL / 1000:g} KB, {copy}; {arguments.rules} more rules; "
        f"rounds: {arguments.rounds}"
    )


def _rows(bench: Bench, found: Sequence[Tool], bare: float) -> Iterator[Sequence[str]]:
    yield ("python -c pass", f"{bare * 1000:.0f} ms", "1.0", *[""] * (len(_HEADINGS) - 3))
    for tool in found:
        costs, megabytes, number = bench.costs[tool.name], bench.megabytes(tool), bench.number(tool)
        yield (
            f"{tool.name} {tool.version}",
            f"{costs.one * 1000:.0f} ms",
            f"{costs.one / bare:.1f}",
            f"{megabytes / costs.many:.3g}",
            f"{megabytes / costs.again:.3g}" if tool.remembers else "–",
            f"{costs.with_more_rules / costs.many:.2f}" if tool.with_more_rules else "–",
            f"{costs.bytes_at_most / _MEGABYTE:.0f}",
            f"{costs.lines / number:.1f}",
            str(number),
            tool.checks,
        )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *figures, last = row
        cells = (f"{cell:>{width}}" for cell, width in zip(figures, widths[1:-1], strict=True))
        yield "  ".join((f"{first:<{widths[0]}}", *cells, last)).rstrip()


if __name__ == "__main__":
    main()
