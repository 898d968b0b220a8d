"""What fixing would change, as a diff that git and patch can read."""

from __future__ import annotations

import pytest

from copylint.engine.difference import unified
from copylint.source.decode import decode

NO_NEWLINE = "\\ No newline at end of file"
HEAD = ("--- a.txt", "+++ a.txt")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("one\n", "one\n", ()),
        ("in july\n", "in July\n", (*HEAD, "@@ -1 +1 @@", "-in july", "+in July")),
        ("in july", "in July", (*HEAD, "@@ -1 +1 @@", "-in july", NO_NEWLINE, "+in July", NO_NEWLINE)),
        ("a\r\nin july\r\n", "a\r\nin July\r\n", (*HEAD, "@@ -1,2 +1,2 @@", " a", "-in july", "+in July")),
        ("a\rb\r", "a\r", (*HEAD, "@@ -1,2 +1 @@", " a", "-b")),
        ("a\u2028b\nc\n", "a\u2028b\n", (*HEAD, "@@ -1,2 +1 @@", " a\u2028b", "-c")),
    ],
)
def test_the_lines_are_those_that_editors_count(before: str, after: str, expected: tuple[str, ...]) -> None:
    assert unified(decode("a.txt", before.encode()), decode("a.txt", after.encode())) == expected
