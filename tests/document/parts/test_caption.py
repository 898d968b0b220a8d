from __future__ import annotations

import pytest

from copylint.document.block import Block, Picture
from copylint.document.offsets import OffsetMap
from copylint.document.parts.caption import caption_or_credit, stands_beside_picture
from copylint.document.story_text import StoryText


@pytest.mark.parametrize(
    "line",
    [
        "A flood in Derna on Monday. Photo: AFP",
        "A flood in Derna on 6/2. Photo: AFP",
        "A flood in Derna on Monday Photo: AFP",
        "A flood in DernaPhoto: AFP",
        "A flood in Derna. Photograph: Ann Lee/Reuters",
        "A flood in Derna. Foto: Ann Lee/AP",
        "A flood in Derna. Photo: Supplied",
        "A flood in Derna. (AP Photo/Ann Lee)",
        "A flood in Derna. (AP Photo/Ann Lee, File)",
        "A flood in Derna. (Photo by Ann Lee / AFP)",
        "A flood in Derna (Image: Ann Lee)",
        "A flood in Derna. (Ann Lee/Getty Images)",
        "A flood in Derna. REUTERS/Ann Lee",
        "A flood in Derna. REUTERS/Ann Lee/Files",
        "A flood in Derna. Ann Lee/Getty Images",
        "A flood in Derna.  Ann Lee / Getty Images",
        "A flood in Derna. AFP/Ann Lee",
        "A flood in Derna. RNS photo by Ann Lee",
        "A flood in Derna. © Ann Lee",
        "A flood in Derna. Credit: Ann Lee",
        "Une crue à Derna. Crédit : AFP",
        "A flood in Derna. (Photo courtesy of Ann Lee)",
        "A flood in Derna. [Image via Twitter]",
        "A flood in Derna. (screengrab)",
        "A flood in Derna. (file photo)",
        "A flood in Derna. (Ann Lee/CBC)",
        "FILE - Voters queue in Accra.",
        "FILE PHOTO: Voters queue in Accra.",
        "FILE – In this Feb. 6, 2026 photo, voters queue.",
        "(FILES) In this photo voters queue.",
        "Một trận lũ ở Derna. Ảnh: AFP",
    ],
)
def test_a_caption_by_its_words(line: str) -> None:
    assert caption_or_credit(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: AFP",
        "(AP Photo/Ann Lee)",
        "(Photo by Ann Lee / AFP)",
        "Ann Lee/Getty Images",
        "Getty Images",
        "© Ann Lee/Getty Images",
        "REUTERS/Ann Lee",
        "Image courtesy of Ann Lee",
        "IMAGE COURTESY OF THE MUSEUM",
        "Featured Image Credit: Ann Lee",
        "Photo by Ann Lee",
        "[Image via Facebook]",
    ],
)
def test_a_credit_of_its_own(line: str) -> None:
    assert caption_or_credit(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "The mayor, pictured, denied it.",
        "He kept the photo: a boy on a horse by the sea.",
        "The photo by Ann Lee shows a flood.",
        "She works for Getty Images.",
        "The agency AFP published the photo.",
        "He sold it to Getty Images",
        "The minister (pictured) resigned.",
        "Police released a photo of the man.",
        "Files were lost, he said.",
        "The file photo was wrong.",
        "Roe heads home for The Hague",
        "Mixed winter for US retailers",
        "He spoke to Reuters/Ipsos pollsters.",
        "The rate is 60/40.",
    ],
)
def test_a_mention_of_a_photograph_is_body(line: str) -> None:
    assert caption_or_credit(line) is None


def _block(text: str, picture: Picture | None, *, lone_cell: bool = False) -> Block:
    return Block(StoryText(text, OffsetMap(())), picture=picture, lone_cell=lone_cell)


def test_a_line_that_touches_a_picture_is_its_caption() -> None:
    assert stands_beside_picture(_block("A flood in Derna", Picture()))
    assert not stands_beside_picture(_block("A flood in Derna", None))
    assert not stands_beside_picture(_block("A flood in Derna", Picture(adjacent=False)))
    assert stands_beside_picture(_block("A flood in Derna", Picture(adjacent=False), lone_cell=True))
    assert stands_beside_picture(_block("A flood in Derna", Picture(adjacent=False)), credited=True)
    assert not stands_beside_picture(_block("A flood in Derna. " * 20, Picture()))


def test_a_line_that_repeats_the_alternative_text_is_the_caption() -> None:
    picture = Picture("A flood in Derna", adjacent=False)
    assert stands_beside_picture(_block("A flood in Derna, on Monday", picture))
    assert not stands_beside_picture(_block("The flood hit Derna", picture))
