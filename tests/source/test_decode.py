from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.errors import CopylintError, Problem
from copylint.source.decode import decode


def problem(data: bytes, encoding: str | None = None) -> Problem:
    with pytest.raises(CopylintError) as caught:
        decode("story.txt", data, encoding)
    (only,) = caught.value.problems
    return only


@pytest.mark.parametrize(
    ("data", "encoding", "text", "read_as", "declared"),
    [
        (b"", None, "", "utf-8", True),
        ("Café".encode(), None, "Café", "utf-8", True),
        (b"Caf\xe9 \x93so\x94", None, "Café “so”", "cp1252", False),
        (b"\x81\x8d\x8f\x90\x9d\xe9", None, "\x81\x8d\x8f\x90\x9dé", "cp1252", False),
        (b"Caf\xe9", "latin-1", "Café", "latin-1", True),
        (b"\x93so\x94", "cp1252", "“so”", "cp1252", True),
        (codecs.BOM_UTF8 + b"a\r\nb", None, "a\r\nb", "utf-8", True),
        (codecs.BOM_UTF8 + b"a", "latin-1", "a", "utf-8", True),
        (codecs.BOM_UTF16_LE + "é\n".encode("utf-16-le"), None, "é\n", "utf-16-le", True),
        (codecs.BOM_UTF16_BE + "é\n".encode("utf-16-be"), None, "é\n", "utf-16-be", True),
        ("é".encode("utf-16-le"), "utf-16-le", "é", "utf-16-le", True),
        (codecs.BOM_UTF32_LE + "é\n".encode("utf-32-le"), None, "é\n", "utf-32-le", True),
        ("é".encode("utf-16-le"), "utf-16", "é", "utf-16-le", True),
        ("é".encode(), "utf_8_sig", "é", "utf-8", True),
        (b"a\rb\x0bc\x85", None, "a\rb\x0bc…", "cp1252", False),
    ],
)
def test_bytes_become_text(data: bytes, encoding: str | None, text: str, read_as: str, declared: bool) -> None:  # noqa: FBT001
    source = decode("story.txt", data, encoding)
    assert (source.text, source.encoding, source.declared) == (text, read_as, declared)
    assert source.encode(source.text) == data == source.data


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"a\0b", None, "NUL bytes"),
        (b"\x89PNG\r\n\x1a\n\0", None, "NUL bytes"),
        (b"ab\xff", "utf-8", "byte 2 is not utf-8"),
        (codecs.BOM_UTF8 + b"ab\xff", None, "not utf-8"),
        (codecs.BOM_UTF16_LE + b"a", None, "not utf-16-le"),
        (b"\x81", "cp1252", "byte 0 is not cp1252"),
        (b"abc", "no-such-encoding", "no encoding 'no-such-encoding'"),
        (b"abc", "base64", "no encoding 'base64'"),
        (b"abc", "a\0b", "no encoding"),
    ],
)
def test_what_is_no_text_is_a_problem_of_the_file(data: bytes, encoding: str | None, message: str) -> None:
    found = problem(data, encoding)
    assert message in found.message
    assert found.path == "story.txt"


def test_a_wrong_byte_is_found_by_its_line_and_place() -> None:
    found = problem(codecs.BOM_UTF8 + b"one\ntwo\xff", None)
    assert (found.line, found.column) == (2, 4)
    assert "byte 10 " in found.message
    assert problem(b"one\rtwo\r\n\xff", "utf-8").line == 3


def test_a_character_that_the_encoding_lacks() -> None:
    source = decode("story.txt", b"Caf\xe9")
    assert source.can_hold("“€” \x81")
    assert not source.can_hold("ł")
    assert not decode("story.txt", b"Caf\xe9", "latin-1").can_hold("“")
    assert decode("story.txt", b"Cafe").can_hold("ł")
    with pytest.raises(UnicodeEncodeError):
        source.encode("ł")


@given(st.binary().map(lambda data: data.replace(b"\0", b"")))
def test_any_bytes_without_nul_come_back(data: bytes) -> None:
    try:
        source = decode("story.txt", data)
    except CopylintError:
        assert data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return
    assert source.encode(source.text) == data


@given(st.text(), st.sampled_from([b"", codecs.BOM_UTF8]))
def test_any_text_in_utf_8_comes_back(text: str, mark: bytes) -> None:
    data = mark + text.encode(errors="replace").replace(b"\0", b"")
    source = decode("story.txt", data)
    assert source.declared
    assert source.encode(source.text) == data


def test_the_lines_of_a_source() -> None:
    source = decode("story.txt", codecs.BOM_UTF8 + b"a\r\nb")
    assert source.lines.text(2) == "b"
    assert source.lines.position(3).column == 1


@pytest.mark.parametrize(
    ("declared", "body", "read_as", "refuted"),
    [
        ("utf-16", b"Caf\xe9s", "cp1252", "utf-16"),
        ("UTF-16LE", b"Caf\xe9", "cp1252", "utf-16-le"),
        ("utf-16", b"Cafe", "utf-8", "utf-16"),
        ("cp037", b"Caf\xe9", "cp1252", "cp037"),
        ("windows-1252", b"Caf\xe9 \x81", "cp1252", None),
        ("base64", b"Caf\xe9", "cp1252", None),
        ("idna", b"Cafe", "utf-8", None),
        ("unicode_escape", rb"Caf\xe9", "utf-8", None),
        ("utf-7", b"Caf+AOk-", "utf-8", None),
        ("no-such-encoding", b"Caf\xe9", "cp1252", None),
        ("utf-8", b"Caf\xe9", "cp1252", "utf-8"),
        ("iso-8859-15", b"5 \xa4", "iso8859-15", None),
        ("iso-8859-15", "5 €".encode(), "utf-8", "iso8859-15"),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        '<?xml version="1.0" encoding="{}"?><p>',
        '<meta charset="{}"><p>',
        '<!-- saved from a page --><html><meta http-equiv="content-type" content="text/html; charset={}"><p>',
    ],
)
def test_what_a_file_declares_is_held_against_its_bytes(
    form: str, declared: str, body: bytes, read_as: str, refuted: str | None
) -> None:
    data = form.format(declared).encode() + body
    source = decode("story.html", data)
    assert (source.encoding, source.refuted_encoding) == (read_as, refuted)
    assert source.text.startswith(form.format(declared))
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "configured", "read_as"),
    [
        ("Café".encode(), "latin-1", "utf-8"),
        (b"Caf\xe9", "latin-1", "latin-1"),
        (b"Cafe", "latin-1", "latin-1"),
        (b'<?xml version="1.0" encoding="utf-8"?><p>Cafe</p>', "latin-1", "utf-8"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><p>Caf\xe9</p>', "cp1250", "cp1250"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "latin-1", "utf-16-le"),
        ('<?xml version="1.0"?><p>é</p>'.encode("utf-16-be"), "latin-1", "utf-16-be"),
        ("ab".encode("utf-16-be"), "utf-16-be", "utf-16-be"),
        ("東京".encode("iso-2022-jp"), "iso-2022-jp", "iso-2022-jp"),
    ],
)
def test_the_configured_encoding_is_for_stories_that_are_not_utf_8(data: bytes, configured: str, read_as: str) -> None:
    source = decode("story.xml", data, configured)
    assert source.encoding == read_as
    assert source.encode(source.text) == data
    assert source.can_hold("")


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("iso-2022-jp", b"\x1b$B\x1b$B\x45\x6c\x1b(B"),
        ("big5", b"\xa2\xcc"),
        ("cp932", b"\x87\x90"),
        ("euc-kr", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4"),
    ],
)
def test_nothing_is_written_where_the_bytes_would_not_come_back(encoding: str, data: bytes) -> None:
    source = decode("story.txt", data, encoding)
    assert source.encode(source.text) != data
    assert not source.can_hold("")


ENCODINGS = (
    *("cp1252", "iso-8859-1", "iso-8859-15", "koi8-r", "shift_jis", "cp932", "euc-jp", "iso-2022-jp", "euc-kr"),
    *("cp949", "iso-2022-kr", "big5", "gb18030", "gbk", "hz", "utf-8", "utf-16", "utf-16-be", "utf-32", "utf-8-sig"),
)


@given(st.sampled_from(ENCODINGS), st.text() | st.text("東京가나éł€ "), st.booleans())
def test_a_story_in_any_encoding_comes_back(encoding: str, text: str, configured: bool) -> None:  # noqa: FBT001
    data = f'<?xml version="1.0" encoding="{encoding}"?><p>{text}</p>'.encode(encoding, errors="replace")
    assert_comes_back(data, encoding if configured else None)


@given(
    st.sampled_from(ENCODINGS),
    st.binary() | st.lists(st.sampled_from((b"\x1b$B", b"\x1b(B", b"\x87\x90"))).map(b"".join),
)
def test_any_bytes_in_any_encoding_come_back(encoding: str, data: bytes) -> None:
    assert_comes_back(data, encoding)
    assert_comes_back(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + data, None)


def assert_comes_back(data: bytes, encoding: str | None) -> None:
    """As bytes, wherever something can be written into it."""
    try:
        source = decode("story.xml", data, encoding)
    except CopylintError:
        return
    if source.can_hold(""):
        assert source.encode(source.text) == data
