"""What one very long article costs, as a table.

    python benchmarks/long_files.py [--kibibytes 1024 10240] [--seconds-at-most 120]

CPU seconds and peak memory of the whole process, rules kept ready from a run before. 10 MiB must take 10 seconds and
512 MiB at most, however the text is cut.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import articles
from processes import KilledError, measure

_KIBIBYTE: Final = 1024
_MEBIBYTE: Final = 1024 * _KIBIBYTE
_COMMAND: Final = (
    *(str(Path(sys.executable).with_name("copylint")), "check", "--isolated", "--jobs", "1"),
    *("--output-format", "concise", "--max-file-size", "1000"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kibibytes", type=int, nargs="+", default=[1024, 10240], help="how long; 1 and 10 MiB")
    parser.add_argument("--corpus", type=Path, default=articles.CORPUS, help="a folder of real copy, if it is there")
    parser.add_argument("--seconds-at-most", type=int, default=120, help="of CPU time, for each; 120")
    arguments = parser.parse_args()
    print(f"{'article':<42} {'CPU s':>6} {'MiB':>5} {'lines of report':>15}  could not be done")
    with TemporaryDirectory() as name:
        run = _Run(Path(name), arguments.seconds_at_most)
        run.check("GENEVA (Reuters) - Talks began in July, the ministry said.\n")
        for kibibytes in arguments.kibibytes:
            for shape, text in _shapes(kibibytes * _KIBIBYTE, arguments.corpus):
                print(f"{f'{kibibytes} KiB, {shape}':<42} {run.check(text)}", flush=True)


def _shapes(size: int, corpus: Path) -> Iterator[tuple[str, str]]:
    paragraphs = articles.paragraphs(size, corpus)
    yield "short paragraphs", "\n\n".join(paragraphs) + "\n"
    yield "one line", " ".join(" ".join(paragraph.split()) for paragraph in paragraphs) + "\n"
    yield "one paragraph again and again", f"{paragraphs[1]}\n\n" * (size // (len(paragraphs[1].encode()) + 2))
    yield "one word", "a" * size


@dataclass(frozen=True)
class _Run:
    folder: Path
    seconds_at_most: int

    def check(self, text: str) -> str:
        """What one article took, as a row of the table."""
        folder = self.folder / "work"
        folder.mkdir(exist_ok=True)
        (folder / "article.txt").write_text(text, "utf-8")
        limited = ("sh", "-c", f'ulimit -t {self.seconds_at_most}; exec "$@"', "sh")
        try:
            usage = measure(
                (*limited, *_COMMAND, "article.txt"), folder, {"COPYLINT_CACHE_DIR": str(self.folder / "cache")}
            )
        except KilledError:
            return f"no end within {self.seconds_at_most} CPU seconds"
        undone = sum(line.startswith("error: ") for line in usage.report.splitlines())
        return f"{usage.seconds:>6.1f} {usage.bytes_at_most / _MEBIBYTE:>5.0f} {usage.lines:>15} {undone:>18}"


if __name__ == "__main__":
    main()
