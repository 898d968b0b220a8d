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
