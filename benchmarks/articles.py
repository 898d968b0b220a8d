"""Articles to measure with: real copy cut to one length, or made-up sentences where there is none."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, islice
from pathlib import Path
from typing import Final

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus"
_FOLDERS: Final = ("reuters-web", "bbc-2004", "fnc1-web")
"""English stories in plain text."""

_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_BETWEEN: Final = "\n\n"
_WORD: Final = re.compile(r"\b[a-z]{5,10}\b")
_SYLLABLES: Final = ("bra", "cle", "dro", "fin", "gul", "jat", "kem", "lor", "mip", "nuv", "pex", "quo", "rak", "sti")
_VOCABULARY: Final = (
    "the a of to in and said on for that with by was at from minister court company police talks agreement budget "
    "million percent year week report city government president market prices workers election council river bridge "
    "hospital school strike inquiry decision after before against between officials spokesman asked rejected signed "
    "announced closed opened fell rose three five twelve London Paris Geneva Ottawa Monday Friday March October"
)


def articles(number: int, size: int, corpus: Path = CORPUS) -> Iterator[str]:
    """So many different articles of about so many bytes."""
    stories = _stories(corpus) if corpus.is_dir() else [_made_up_story(seed, size) for seed in range(200)]
    for index in range(number):
        turn, first = divmod(index, len(stories))
        rest = stories[(first + turn + 1) % len(stories) :] + stories
        # Each begins as a story does, and goes on with the paragraphs of others, not with their headlines.
        paragraphs = [*stories[first], *(paragraph for story in islice(rest, 8) for paragraph in story[1:])]
        yield _of_size(paragraphs, size)


def paragraphs(size: int, corpus: Path = CORPUS) -> list[str]:
    """Different ones, of so many bytes together: those of the real copy, and made-up ones where it ends."""
    stories = _stories(corpus) if corpus.is_dir() else []
    made_up = (_made_up_story(seed, size) for seed in count())
    found: dict[str, None] = {}
    left = size
    for paragraph in chain.from_iterable(chain(stories, made_up)):
        if paragraph not in found:
            left -= len(paragraph.encode()) + len(_BETWEEN)
            if left < 0:
                break
            found[paragraph] = None
    return list(found)


def words(texts: Sequence[str], number: int) -> list[str]:
    """Different words in small letters: half of them from the texts, most of those rare, half in no language."""
    draw = random.Random(number)  # noqa: S311 - the same ones in every run
    known = sorted({word for text in texts for word in _WORD.findall(text)})
    found = draw.sample(known, min(number // 2, len(known)))
    made_up = ("".join(draw.choices(_SYLLABLES, k=3)) for _ in count())
    chosen = dict.fromkeys(found)
    while len(chosen) < number:
        chosen[next(made_up)] = None
    return list(chosen)


def _stories(corpus: Path) -> list[list[str]]:
    paths = (path for folder in _FOLDERS for path in sorted((corpus / folder).glob("*.txt")))
    texts = (path.read_text("utf-8", "replace").strip() for path in paths)
    return [paragraphs for text in texts if len(paragraphs := _BLANK_LINE.split(text)) > 1]


def _made_up_story(seed: int, size: int) -> list[str]:
    draw, vocabulary = random.Random(seed), _VOCABULARY.split()  # noqa: S311 - as above
    sentences = (" ".join(draw.choices(vocabulary, k=draw.randint(8, 24))).capitalize() + "." for _ in count())
    return [" ".join(islice(sentences, draw.randint(1, 4))) for _ in range(size // 100)]


def _of_size(paragraphs: Sequence[str], size: int) -> str:
    """The first of the paragraphs, cut after a word."""
    text = _BETWEEN.join(paragraphs).encode()[:size].decode("utf-8", "ignore")
    return f"{text.rpartition(' ')[0]}\n"
