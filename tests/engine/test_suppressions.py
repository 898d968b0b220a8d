"""Comments and front matter that keep findings back, and the two rules about them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.model import Setting
from copylint.document.formats import read
from copylint.engine import linter as linter_module
from copylint.engine.linter import Linter, Result
from copylint.engine.suppressions import suppressions_in
from copylint.ruleset.files import shipped_packs
from copylint.ruleset.load import load
from copylint.ruleset.model import Rule, Ruleset
from copylint.source.decode import Source, decode

FOO: Final = Rule("foo", "pattern", "Not foo.", "error", "house", "words", "x.yaml", 1, {"pattern": "foo"})
BAR: Final = replace(FOO, id="bar", formerly=("old-bar",), options={"pattern": "bar"})
GERMAN: Final = replace(FOO, id="german", languages=("de",), options={"pattern": "nie"})
ON_THE_WEB: Final = replace(FOO, id="web-only", profiles=("web",), options={"pattern": "nie"})
MALFORMED: Final = replace(
    FOO,
    id="malformed-suppression",
    check="suppression",
    message="{fault}",
    topic="suppressions",
    options={"find": "malformed"},
    languages=("*",),
)
UNUSED: Final = replace(MALFORMED, id="unused-suppression", message="{name}", options={"find": "unused"})
ALL: Final = (FOO, BAR, GERMAN, ON_THE_WEB, MALFORMED, UNUSED)
KNOWN: Final = frozenset(
    (
        "foo",
        "bar",
        "old-bar",
        "german",
        "web-only",
        "not-run",
        "words",
        "suppressions",
        "house",
        "other-pack",
        "malformed-suppression",
        "unused-suppression",
    )
)
IGNORE_FOO: Final = "<!-- copylint: ignore[foo] a name -->"


def lint(text: str, name: str = "a.md", rules: tuple[Rule, ...] = ALL, form: str | None = None) -> Result:
    source = decode(name, text.encode())
    return Linter(Ruleset(rules, known=KNOWN), Setting()).lint(source, read(source, format=form, language="en"))


def found(text: str, name: str = "a.md", rules: tuple[Rule, ...] = ALL, form: str | None = None) -> list[str]:
    """`foo:3` for a finding of the rule in the third line."""
    lines = decode(name, text.encode()).lines
    return [f"{each.rule}:{lines.line_of(each.span.start)}" for each in lint(text, name, rules, form).findings]


def html(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>Talks</title></head><body>\n{body}\n</body></html>\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A foo here. {IGNORE_FOO}\nA foo there.\n", ["foo:2"]),
        (f"A foo here.\n{IGNORE_FOO} A foo there.\nA foo below.\n", ["foo:1", "foo:3"]),
        (f"{IGNORE_FOO}\nA foo here.\nAnother foo.\n\nOne more foo.\n", ["foo:5"]),
        (f"{IGNORE_FOO}\n\nA foo here.\n\nOne more foo.\n", ["foo:5"]),
        (f"A foo.\n\n  {IGNORE_FOO}  \n\n\n# A foo here\n\nOne more foo.\n", ["foo:1", "foo:8"]),
        (f"{IGNORE_FOO}\n<!-- copylint: ignore[bar] a pub -->\nA foo in a bar.\n\nfoo bar\n", ["foo:5", "bar:5"]),
        ("<!-- copylint: ignore[foo,\n  bar]\n\n  two names -->\nA foo in a bar.\n", []),
        ("A foo in a bar. <!-- copylint: ignore[foo, bar] names -->\n", []),
        ("A bar. <!-- copylint: ignore[old-bar] a name -->\n", []),
        ("A foo in a bar. <!-- copylint: ignore[words] a name -->\n", []),
        ("A foo in a bar. <!-- copylint: ignore[house] a name -->\n", []),
        ("A foo. <!--copylint:ignore[foo]: a name-->\n", []),
        ("A foo. <!-- Copylint: Ignore [ foo ] -- a name -->\n", []),
        (f"A bar. {IGNORE_FOO}\n", ["bar:1", "unused-suppression:1"]),
        (f"A foo. `{IGNORE_FOO}`\n", ["foo:1"]),
        (f"A foo.\n\n```\n{IGNORE_FOO}\n```\n\nA foo.\n", ["foo:1", "foo:7"]),
        (f"A foo.\n\n    {IGNORE_FOO}\n\nA foo.\n", ["foo:1", "foo:5"]),
        (f"A foo.\n\n{IGNORE_FOO}\n", ["foo:1", "unused-suppression:3"]),
    ],
)
def test_reach_in_markdown(text: str, expected: list[str], newline: str) -> None:
    assert found(text.replace("\n", newline)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{IGNORE_FOO}\n<p>A foo.</p>\n<p>One more foo.</p>", ["foo:4"]),
        (f"{IGNORE_FOO}\n<p>A\nlong foo.</p><p>One more foo.</p>", ["foo:4"]),
        (f"<p>A foo.</p> {IGNORE_FOO}\n<p>One more foo.</p>", ["foo:3"]),
        (f"<p>A foo{IGNORE_FOO} here.</p>\n<p>One more foo.</p>", ["foo:3"]),
        (f"<script>\n'{IGNORE_FOO}'\n</script>\n<p>A foo.</p>", ["foo:5"]),
        (f"<p>A foo.</p>\n{IGNORE_FOO.replace('<', '&lt;')}", ["foo:2", "foo:3"]),
        (f"<!-->\n{IGNORE_FOO}\n<p>A foo.</p>", []),
    ],
)
def test_reach_in_html(body: str, expected: list[str]) -> None:
    assert found(html(body), "a.html") == expected


NITF: Final = """<?xml version="1.0"?>
<nitf><body><body.head><hedline><hl1>Talks</hl1></hedline></body.head><body.content>
{}
</body.content></body></nitf>
"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"{IGNORE_FOO}\n<p>A foo.</p>\n<p>One more foo.</p>", ["foo:5"]),
        (f"<p>A foo.</p>{IGNORE_FOO}\n<p>One more foo.</p>", ["foo:4"]),
        (f"<p><![CDATA[A foo. {IGNORE_FOO}]]></p>", ["foo:3", "foo:3"]),
        (f"<?word {IGNORE_FOO}?>\n<p>A foo.</p>", ["foo:4"]),
    ],
)
def test_reach_in_xml(content: str, expected: list[str]) -> None:
    assert [each for each in found(NITF.format(content), "a.xml") if not each.startswith("html")] == expected


def test_a_feed_of_several_stories() -> None:
    items = f"<item><title>One</title>\n{IGNORE_FOO}\n<description>A foo.</description></item>\n"
    items += "<item><title>Two</title><description>A foo.</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>\n{items}</channel></rss>'
    assert found(feed, "a.rss") == ["foo:5"]


@pytest.mark.parametrize("form", ["text", "ninjs"])
def test_nothing_is_interpreted_where_a_comment_would_be_published(form: str) -> None:
    text = f"A foo. {IGNORE_FOO}\n"
    story = text if form == "text" else f'{{"headline": "Talks", "body_text": "A foo. {IGNORE_FOO}"}}'
    assert found(story, "a.txt" if form == "text" else "a.json", (FOO, UNUSED, MALFORMED), form)[0] == "foo:1"
    assert lint(story, "a.txt", form=form).suppressed == 0


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("copylint: {ignore: [foo]}", ["bar"]),
        ("copylint:\n  ignore: [foo, bar]", []),
        ("title: Talks: the end\ncopylint:\n  ignore:\n    - foo  # a name\n    - bar\nauthor: x", []),
        ("copylint:\n  ignore: foo", ["bar"]),
        ("copylint: {ignore: [foo, german, not-run]}", ["bar"]),
        ("copylint: {ignore: [foo, old-bar, unused-suppression]}", ["unused-suppression"]),
        ("copylint: [foo]", ["malformed-suppression", "foo", "bar"]),
        ("copylint:", ["malformed-suppression", "foo", "bar"]),
        ("copylint: {ignore: []}", ["malformed-suppression", "foo", "bar"]),
        ("copylint: {ignore: [foo, 3]}", ["malformed-suppression", "bar"]),
        ("copylint: {ignore: {foo: why}}", ["malformed-suppression", "foo", "bar"]),
        ("copylint: {disable: [foo]}", ["malformed-suppression", "foo", "bar"]),
        ("copylint: {ignore: [foo", ["malformed-suppression", "foo", "bar"]),
        ("copylint: {ignore: [fooo]}", ["malformed-suppression", "foo", "bar"]),
    ],
)
def test_yaml_front_matter(front_matter: str, expected: list[str]) -> None:
    text = f"---\n{front_matter}\n---\n\nA foo in a bar.\n"
    assert [each.rpartition(":")[0] for each in found(text)] == expected


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ('copylint = {ignore = ["foo", "bar"]}', []),
        ('copylint.ignore = ["foo"]', ["bar"]),
        ('title = "x"\n[copylint]\nignore = ["foo"]', ["bar"]),
        ('copylint = "foo"', ["malformed-suppression", "foo", "bar"]),
        ('[copylint]\nskip = ["foo"]', ["malformed-suppression", "foo", "bar"]),
        ('[copylint]\nignore = ["foo"', ["malformed-suppression", "foo", "bar"]),
        ("[copylint]\nignore = [1]", ["malformed-suppression", "foo", "bar"]),
    ],
)
def test_toml_front_matter(front_matter: str, expected: list[str]) -> None:
    text = f"+++\n{front_matter}\n+++\n\nA foo in a bar.\n"
    assert [each.rpartition(":")[0] for each in found(text)] == expected


@pytest.mark.parametrize(
    ("comment", "text", "fault"),
    [
        ("<!-- copylint: ignore -->", "copylint: ignore", "names no rule in brackets"),
        ("<!-- copylint: ignore[foo a name -->", "copylint: ignore[foo a name", "has no closing bracket"),
        ("<!-- copylint: ignore[] a -->", "copylint: ignore[] a", "names no rule"),
        ("<!-- copylint: ignore[fooo] a name -->", "fooo", "is no rule, topic or pack (did you mean 'foo'?)"),
        ("<!-- copylint: ignore[ALL] a -->", "ALL", "names everything"),
        ("<!-- copylint ignore[foo] a -->", "copylint ignore[foo] a", "can't be understood"),
        ("<!-- copylint-disable foo -->", "copylint-disable foo", "can't be understood"),
        ("<!-- copylint: ignore[foo] a name", "copylint: ignore[foo] a name", "isn't closed"),
    ],
)
def test_malformed(comment: str, text: str, fault: str) -> None:
    findings = [each for each in lint(f"A foo.\n\n{comment}\n").findings if each.rule == MALFORMED.id]
    assert [each.text for each in findings] == [text]
    assert fault in findings[0].message


def test_without_a_reason_it_holds_but_is_reported() -> None:
    result = lint("A foo. <!-- copylint: ignore[foo] -->\n")
    assert [each.rule for each in result.findings] == [MALFORMED.id]
    assert result.suppressed == 1


@pytest.mark.parametrize("comment", ["<!-- copylint checked this -->", "<!-- ask copylint: ignore -->", "<!-- a -->"])
def test_other_comments_are_left_alone(comment: str) -> None:
    assert found(f"A foo. {comment}\n") == ["foo:1"]


@pytest.mark.parametrize("name", ["german", "web-only", "not-run", "other-pack"])
def test_a_rule_that_does_not_run_here_is_not_unused(name: str) -> None:
    assert found(f"A story. <!-- copylint: ignore[{name}] a name -->\n") == []


def test_a_rule_that_ran_out_of_time_is_not_unused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linter_module, "CPU_SECONDS_PER_FILE", -1000.0)
    assert found(f"A foo story. {IGNORE_FOO}\n") == []


def test_rules_about_suppressions_are_not_suppressed() -> None:
    names = "foo, malformed-suppression, unused-suppression, suppressions"
    assert found(f"A story. <!-- copylint: ignore[{names}] -->\n") == [
        "malformed-suppression:1",
        *["unused-suppression:1"] * 4,
    ]


def test_once_counts_only_the_places_that_are_left() -> None:
    once = replace(FOO, report="once")
    result = lint(f"A foo. {IGNORE_FOO}\n\nA foo.\n\nA foo.\n", rules=(once, UNUSED))
    assert [(each.rule, each.count, each.span.start) for each in result.findings] == [("foo", 2, 48)]
    assert result.suppressed == 1
    assert lint(f"A foo and a foo. {IGNORE_FOO}\n", rules=(once, UNUSED)).findings == ()


def test_what_another_rule_says_better_stays_away_when_that_one_is_kept_back() -> None:
    better = replace(BAR, options={"pattern": "a foo"}, supersedes=("foo",))
    result = lint("Not a foo. <!-- copylint: ignore[bar] a name -->\n", rules=(FOO, better, UNUSED))
    assert (result.findings, result.suppressed) == ((), 1)


@given(
    st.lists(st.sampled_from(["A foo.", "A bar.", "", IGNORE_FOO, "x foo " + IGNORE_FOO, "```", "<!--", "-->", "`"]))
)
def test_only_findings_of_the_named_rule_go_and_each_is_counted(lines: list[str]) -> None:
    text = "\n".join(lines)
    plain = lint(text.replace("copylint", "somebody"), rules=(FOO, BAR))
    result = lint(text, rules=(FOO, BAR))
    assert len(result.findings) + result.suppressed == len(plain.findings)
    assert sum(each.rule == "bar" for each in result.findings) == sum(each.rule == "bar" for each in plain.findings)


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 250_000 + "copylint",
        "<!-- copylint: ignore[foo] x -->" * 20_000,
        "<!-- copylint: ignore[foo] x -->\n" * 20_000,
        "<!-- copylint: ignore[foo] x -->\n\n" * 20_000,
        "<!-- copylint: ignore[" + ",".join(f"n{number}" for number in range(20_000)) + "] x -->",
        "<!-- copylint: ignore[" + "a " * 200_000,
        "<!-- copylint: ignore[" + "[" * 400_000 + "-->",
        "<!--" + " " * 400_000 + "copylint",
        "<script>" * 100_000 + "copylint",
        "<![CDATA[" * 100_000 + "copylint",
    ],
    ids=range(10),
)
@pytest.mark.parametrize("name", ["markdown", "html", "nitf"])
def test_hostile_sources_are_read_once(text: str, name: str) -> None:
    """A reader whose time grew with the square would take minutes."""
    source = decode("a", b"A story.")
    documents = tuple(replace(each, format=name) for each in read(source, format="markdown"))
    suppressions_in(Source("a", b"", text, "utf-8"), documents, KNOWN)


def test_shipped_names_are_known() -> None:
    from copylint.ruleset.select import choose  # noqa: PLC0415 - only here

    ruleset = choose(load(shipped_packs(), Path()))
    assert {"core", "ap", "lowercase-month", "suppressions"} <= ruleset.known
    assert "ALL" not in ruleset.known
