"""What reading a news format costs, against linting the same words as plain text.

    python benchmarks/reading.py [--corpus ../shared/corpus]

For each folder of wire copy: CPU milliseconds a file for reading it in its format, for reading and linting its words
as .txt with all default rules, and the ratio of the two. The ratio is to be three at most.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Final

from copylint.checks.model import Setting
from copylint.config.settings import Settings, ruleset
from copylint.document.formats import read, recognise
from copylint.document.model import Document
from copylint.engine.linter import Linter
from copylint.errors import CopylintError
from copylint.source.decode import Source, decode

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    corpus: Path = parser.parse_args().corpus
    linter = Linter(ruleset(Settings()), Setting())
    by_format: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for source in _sources(corpus):
        reading, documents = _timed_reading(source)
        if documents:
            by_format[documents[0].format].append((reading, _timed_linting(linter, documents)))
    print(f"{'format':<10} {'files':>5} {'reading':>9} {'linting':>9} {'ratio':>6}")
    for name, times in sorted(by_format.items()):
        reading, linting = (sum(column) * 1000 / len(times) for column in zip(*times, strict=True))
        print(f"{name:<10} {len(times):>5} {reading:>6.2f} ms {linting:>6.2f} ms {reading / linting:>6.2f}")


def _sources(corpus: Path) -> Iterator[Source]:
    """The news files; those that are no stories, or are broken on purpose, are no part of this."""
    for path in sorted(corpus.glob("wire-*/*")):
        try:
            source = decode(str(path), path.read_bytes())
            read(source)  # once before the clock runs, so that no import is measured
        except CopylintError:
            continue
        if recognise(source) is not None:
            yield source


def _timed_reading(source: Source) -> tuple[float, Sequence[Document]]:
    """CPU seconds of decoding and reading it, and what was read."""
    start = process_time()
    documents = read(decode(source.path, source.data))
    return process_time() - start, documents


def _timed_linting(linter: Linter, documents: Sequence[Document]) -> float:
    """CPU seconds of reading and linting the words of its stories as plain text; the best of two."""
    texts = ["\n\n".join(segment.text for segment in document.segments) for document in documents]
    return min(_timed_text(linter, texts) for _ in range(2))


def _timed_text(linter: Linter, texts: Sequence[str]) -> float:
    start = process_time()
    for text in texts:
        source = decode("story.txt", text.encode())
        linter.lint(source, read(source))
    return process_time() - start


if __name__ == "__main__":
    main()
