"""The package's own regular expressions: what a lazy one shares with the compiled one it stands for."""

from __future__ import annotations

import pickle

import pytest
import regex

from copylint import expressions
from copylint.expressions import expression


def test_finds_what_the_compiled_pattern_finds() -> None:
    text = "Smith said. smith"
    lazy, compiled = (
        expression(r"(?P<name>smith)", regex.IGNORECASE),
        regex.compile("(?P<name>smith)", regex.IGNORECASE),
    )
    assert [found.span("name") for found in lazy.finditer(text)] == [(0, 5), (12, 17)]
    assert lazy.sub("Smyth", text) == compiled.sub("Smyth", text)
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_takes_bytes() -> None:
    assert expression(rb"\bencoding=(\w+)").findall(b"<?xml encoding=latin1?>") == [b"latin1"]


def test_says_what_is_wrong_with_a_pattern_when_it_is_used_to_match() -> None:
    broken = expression("(")
    assert broken.pattern == "("
    with pytest.raises(regex.error):
        broken.search("")


def test_survives_pickling() -> None:
    kept = pickle.loads(pickle.dumps(expression(r"\d+")))  # noqa: S301 - written in the same line
    assert kept.findall("6 of 49") == ["6", "49"]


def test_what_a_run_compiled_serves_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_kept", {})
    monkeypatch.setattr(expressions, "_compiled", {})
    assert expressions.compiled_here() == {}
    assert expression("flood").search("a flood")
    compiled = expressions.compiled_here()
    assert list(compiled) == [("flood", 0)]
    monkeypatch.setattr(expressions, "_compiled", {})
    expressions.use_kept(compiled)
    assert expression("flood").search("a flood")
    assert expressions.compiled_here() == {}
