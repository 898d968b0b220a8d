"""Where a story's source shows pictures."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from copylint.expressions import expression
from copylint.values import dataclass

_IMAGE: Final = expression(
    r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,2000}\](?:\(\s{0,20}(?P<address>[^()\s])|\[(?P<name>[^\[\]]))?"
    r"|<img\b(?:[^<>]{0,5000}?\bsrc=[\"']?(?P<source>[^\"'<>\s]))?"
)


@dataclass(frozen=True)
class Pictures:
    """The images of a source, in Markdown or HTML, in order."""

    starts: tuple[int, ...]
    addressed: tuple[int, ...]
    """Where those with a real address begin."""

    def between(self, start: int, end: int) -> bool:
        """Whether an image begins in `[start, end)`."""
        return _any_within(self.starts, start, end)

    def addressed_between(self, start: int, end: int) -> bool:
        """Whether an image with a real address begins there; a converter leaves some without."""
        return _any_within(self.addressed, start, end)


def pictures_in(text: str) -> Pictures:
    images = list(_IMAGE.finditer(text)) if "![" in text or "<img" in text else []
    return Pictures(
        tuple(image.start() for image in images),
        tuple(image.start() for image in images if image["address"] or image["name"] or image["source"]),
    )


def _any_within(places: tuple[int, ...], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end
