"""The fast way finds what the plain scan finds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.model import Setting
from copylint.config.settings import Settings, ruleset
from copylint.document.formats import read
from copylint.engine.linter import Linter
from copylint.engine.prefilter import EveryRule, NeededLiterals
from copylint.engine.sight import Sight
from copylint.errors import CopylintError
from copylint.finding import Finding
from copylint.ruleset.model import Rule, Ruleset
from copylint.source.decode import Source, decode

FOLDERS = ("reuters-web", "fnc1-web", "18f-posts-md", "fakenews-es", "html-conv-fundus", "wire-superdesk-core")
_EVERY = 25


@pytest.fixture(scope="module")
def linters() -> tuple[Linter, Linter]:
    rules = ruleset(Settings())
    return Linter(rules, Setting(), EveryRule), Linter(rules, Setting(), NeededLiterals)


def findings(linter: Linter, source: Source) -> tuple[Finding, ...]:
    return linter.lint(source, read(source)).findings


TEXTS = [
    "PARIS (AP) — Talks resumed in july, the the minister said (MORE)\n\nTK quote.\n",
    "The minister ſaid in july that the Kelvin ſcale waſ the the beſt.\n",
    "LOREM IPSUM dolor. İstanbul and ırmak.\n\n![]() |\nA flood. Photo: AFP |\n",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_findings_in_a_text(text: str, linters: tuple[Linter, Linter]) -> None:
    plain, fast = linters
    source = decode("story.txt", text.encode())
    assert findings(fast, source) == findings(plain, source)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_same_findings_in_the_corpus(corpus: Path, folder: str, linters: tuple[Linter, Linter]) -> None:
    plain, fast = linters
    paths = [path for path in sorted((corpus / folder).iterdir()) if path.suffix != ".json"][::_EVERY]
    assert paths
    for path in paths:
        source = decode(path.name, path.read_bytes())
        try:
            expected = findings(plain, source)
        except CopylintError:
            continue
        assert findings(fast, source) == expected, path.name


LETTERS = "abkKsS .1\u0130\u0131\u017f\u212aé’|-\n"
ATOMS = st.one_of(
    st.text("abkKsS -’é1", min_size=1, max_size=4).map(regex.escape),
    st.sampled_from(
        [
            r"\w",
            r"\s",
            r"\b",
            r"\d",
            ".",
            "[ab]",
            "[Kk]",
            "[^a]",
            r"\p{L}",
            "(?!a)",
            "(?<!k)",
            "(?=s)",
            "(?<=b)",
            "^",
            "$",
        ]
    ),
    st.sampled_from([r"\K", "[a-f]", "[!-é]", r"(?=k|a)", r"(?<=^|b)", r"\A", "[’-]", "[aé]", "s?", r"\X"]),
)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    groups = st.sampled_from(["(?:", "(", "(?i:", "(?>"])
    quantifiers = st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "*?", "++"])
    sequence = st.lists(inner, min_size=1, max_size=3).map("".join)
    alternation = st.lists(sequence, min_size=1, max_size=3).map("|".join)
    return st.builds(lambda group, text, times: f"{group}{text}){times}", groups, alternation, quantifiers)


PATTERNS = st.lists(st.recursive(ATOMS, _combined, max_leaves=8), min_size=1, max_size=4).map("".join)


@pytest.mark.parametrize("text", ["story", "source"])
@given(st.lists(PATTERNS, min_size=1, max_size=3), st.text(LETTERS, max_size=30), st.sampled_from([(), ("ab", "k")]))
def test_the_same_findings_by_any_rule_in_any_text(
    text: Literal["story", "source"], patterns: list[str], copy: str, exceptions: tuple[str, ...]
) -> None:
    rules = tuple(pattern_rule(f"rule-{number}", pattern, text, exceptions) for number, pattern in enumerate(patterns))
    source = decode("story.txt", copy.encode())
    plain, fast = (Linter(Ruleset(rules), Setting(), kind) for kind in (EveryRule, NeededLiterals))
    assert findings(fast, source) == findings(plain, source)


def pattern_rule(identifier: str, pattern: str, text: Literal["story", "source"], exceptions: tuple[str, ...]) -> Rule:
    return Rule(
        identifier,
        check="pattern",
        message="Delete '{match}'.",
        severity="error",
        pack="ours",
        topic="wording",
        path="wording.yaml",
        line=1,
        options={"pattern": pattern},
        languages=("*",),
        text=text,
        exceptions=exceptions,
    )


def test_without_the_automaton_the_same_rules_run(
    linters: tuple[Linter, Linter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    plain = Linter(ruleset(Settings()), Setting())
    source = decode("story.txt", TEXTS[0].encode())
    assert findings(plain, source) == findings(linters[0], source)


def test_most_rules_are_left_out_of_an_ordinary_story() -> None:
    linter = Linter(ruleset(Settings()), Setting())
    documents = read(decode("story.txt", b"PARIS (AP) \xe2\x80\x94 Talks resumed on Friday, the minister said.\n"))
    rules = linter._rules  # noqa: SLF001 - what is measured is no one else's business
    left = list(NeededLiterals(rules).sieve(Sight(documents[0])).rules)
    assert len(rules) - len(left) > 100
