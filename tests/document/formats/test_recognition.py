from __future__ import annotations

import pytest

from copylint.document.formats.recognition import may_be_news


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", ["<nitf>", "\n <nitf>", "[{"])
def test_news_may_be_in_any_encoding_of_unicode(encoding: str, text: str) -> None:
    assert may_be_news(text.encode(encoding))


def test_words_are_no_news() -> None:
    assert not may_be_news(b"The dam fell.")
