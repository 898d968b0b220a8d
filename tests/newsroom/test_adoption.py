"""A newsroom with ten years of copy adopts copylint: from nothing to a pull request that shows only what is new."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from tests.newsroom.conftest import Hooks, Outcome, Repository

COPYLINT: Final = (sys.executable, "-m", "copylint")
OLD_ARTICLES: Final = 200
CP1252_EVERY: Final = 5
"""Each fifth article was stored by a system that knew no UTF-8."""

TOUCHED: Final = "archive/000.txt"
ADDED: Final = "archive/talks.txt"
OLD_PARAGRAPH: Final = (
    "The harbor office keeps its records in july 2019 binders on the second floor of the old customs house, "
    "a clerk said."
)
"""Stands in the article that is touched, below whatever else stands there."""
TOUCHED_PARAGRAPH: Final = OLD_PARAGRAPH.replace("a clerk said", "the the clerk said")
ARTICLE: Final = """\
Harbor talks resume

MARSEILLE, France (AP) — Talks on the harbor began in march 2026, the ministry said.

The envoys met on on Thursday, and nobody gave a reason for the delay.

The goverment sent two ministers. They left in the evening.
"""
DEFECTS: Final = {"lowercase-month", "doubled-word", "common-typo"}
MOVED: Final = "The envoys met on on Thursday, and nobody gave a reason for the delay.\n\n"


def generated() -> Iterator[str]:
    """Old articles as they lie in an archive, with what nobody mended then."""
    towns = ("Lyon", "Gdańsk", "Porto", "Zürich", "Ghent")
    defects = (
        "The fair was held in july 2014, the town said.",
        "The the mayor opened it with a speech.",
        "Visitors said “it was worth the wait.",
        "He paid 40 Euros , the treasurer said.",
        "No defect stands here; the town was pleased.",
    )
    for number in range(OLD_ARTICLES):
        town, defect = towns[number % len(towns)], defects[number % 7 % len(defects)]
        yield (
            f"{town} opens fair number {number}\n\n"
            f"{town.upper()} (AP) — The fair in {town} began with {number} stands.\n\n"
            f"{defect} It was “a good year,” a baker said.\n"
        )


def real(corpus: Path) -> Iterator[str]:
    paths = [path for name in ("bbc-2004", "fnc1-web", "reuters-web") for path in sorted((corpus / name).glob("*.txt"))]
    for path in paths[:: len(paths) // OLD_ARTICLES][:OLD_ARTICLES]:
        yield path.read_text("utf-8", "replace")


@pytest.fixture(params=["generated", "real"])
def archive(request: pytest.FixtureRequest) -> list[str]:
    if request.param == "generated":
        return list(generated())
    return list(real(request.getfixturevalue("corpus")))


@pytest.fixture
def newsroom(offered: Hooks, archive: list[str]) -> Repository:
    """Its repository on the day before: articles, and nothing that knows of copylint but the hook's configuration."""
    newsroom = offered.newsroom("copylint", files="^archive/")
    for number, text in enumerate(archive):
        path = newsroom.folder / f"archive/{number:03}.txt"
        path.parent.mkdir(exist_ok=True)
        encoding = "cp1252" if number % CP1252_EVERY == 1 else "utf-8"
        path.write_bytes(text.encode(encoding, "ignore"))
    with (newsroom.folder / TOUCHED).open("a", encoding="utf-8") as file:
        file.write(f"\n{OLD_PARAGRAPH}\n")
    newsroom.must("git", "add", ".")
    newsroom.must("git", "commit", "--quiet", "--no-verify", "--message", "Ten years of copy")
    return newsroom


def check(newsroom: Repository, *arguments: str) -> Outcome:
    return newsroom.run(*COPYLINT, "check", *arguments)


def as_json(newsroom: Repository, *arguments: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(check(newsroom, *arguments, "--output-format", "json").output)
    return report


def adopt(newsroom: Repository) -> None:
    """What `copylint init` says to do."""
    steps = newsroom.must(*COPYLINT, "init")
    assert "copylint check --write-baseline" in steps
    assert "encoding: cp1252" in newsroom.text(".copylint.yaml")
    before = check(newsroom)
    assert before.code == 1, before.output[-2000:]

    written = check(newsroom, "--write-baseline")
    assert written.code == 0, written.output[-2000:]
    after = check(newsroom)
    assert after.code == 0, after.output[-2000:]
    assert "accepted in .copylint-baseline.jsonl" in after.output

    newsroom.write(".gitattributes", ".copylint-baseline.jsonl merge=union\n")
    newsroom.must("git", "add", ".")
    adopted = newsroom.run("git", "commit", "--message", "Adopt copylint")
    assert adopted.code == 0, adopted.output
    everything = newsroom.run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert everything.code == 0, everything.output[-2000:]


def edit(newsroom: Repository) -> None:
    """An editor adds an article and touches a paragraph of an old one."""
    newsroom.must("git", "switch", "--quiet", "--create", "talks")
    newsroom.write(ADDED, ARTICLE)
    newsroom.write(TOUCHED, newsroom.text(TOUCHED).replace(OLD_PARAGRAPH, TOUCHED_PARAGRAPH))
    newsroom.must("git", "add", ".")


def found(report: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(finding["path"], finding["rule"]) for finding in report["findings"]}


def test_from_nothing_to_a_pull_request(newsroom: Repository) -> None:
    adopt(newsroom)
    edit(newsroom)
    new = {(ADDED, rule) for rule in DEFECTS} | {(TOUCHED, "doubled-word")}
    assert found(as_json(newsroom)) == new

    refused = newsroom.run("git", "commit", "--message", "Talks resume")
    assert refused.code == 1, refused.output
    shown = {
        line.partition("]")[0].partition("[")[2] for line in refused.output.splitlines() if line.startswith("error[")
    }
    assert shown == {rule for _, rule in new}
    assert found(as_json(newsroom, "--staged")) == new

    newsroom.must("git", "commit", "--quiet", "--no-verify", "--message", "Talks resume")
    pull_request_shows_only_what_it_changed(newsroom, new)
    fingerprints_survive_a_move(newsroom)
    fixing_mends_only_what_is_new(newsroom)


def pull_request_shows_only_what_it_changed(newsroom: Repository, new: set[tuple[str, str]]) -> None:
    newsroom.run("git", "rm", "--quiet", ".copylint-baseline.jsonl")  # without it, only the changed lines tell
    shown = check(newsroom, "--since", "main", "--output-format", "github").output
    annotated = {
        (line.partition("file=")[2].partition(",")[0], line.partition("title=")[2].partition(",")[0])
        for line in shown.splitlines()
        if line.startswith("::")
    }
    assert annotated >= new
    assert {path for path, _ in annotated} == {ADDED, TOUCHED}
    lines = {
        finding["start"]["line"]
        for finding in as_json(newsroom, "--since", "main")["findings"]
        if finding["path"] == TOUCHED
    }
    assert lines == {newsroom.text(TOUCHED).splitlines().index(TOUCHED_PARAGRAPH) + 1}
    newsroom.must("git", "checkout", "--quiet", "HEAD", "--", ".copylint-baseline.jsonl")


def fingerprints_survive_a_move(newsroom: Repository) -> None:
    def fingerprints() -> set[tuple[str, str]]:
        check(newsroom, "--output-format", "sarif", "--output-file", "report.sarif")
        (run,) = json.loads(newsroom.text("report.sarif"))["runs"]
        return {(each["ruleId"], each["partialFingerprints"]["copylint/v1"]) for each in run["results"]}

    before = fingerprints()
    newsroom.write(ADDED, f"{ARTICLE.replace(MOVED, '')}\n{MOVED.rstrip()}\n")
    assert fingerprints() == before
    newsroom.write(ADDED, ARTICLE)


def fixing_mends_only_what_is_new(newsroom: Repository) -> None:
    fixed = check(newsroom, "--fix")
    assert ADDED in fixed.output
    changed = newsroom.must("git", "diff", "--name-only").split()
    assert set(changed) <= {ADDED, TOUCHED}
    assert "March 2026" in newsroom.text(ADDED)
    assert "july 2019" in newsroom.text(TOUCHED), "what was accepted stays as it is"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda room: room.write(".copylint.yaml", "ignore: [lowercase-mnth]\n"), "did you mean 'lowercase-month'?"),
        (lambda room: room.write(".copylint.yaml", "packs: core\n"), "a list"),
        (lambda room: room.write(".copylint.yaml", "packs: [core, ./ours]\n"), "folders are looked for in"),
        (lambda room: make_unreadable(room.folder / TOUCHED), "make it readable, or leave it out with 'exclude:'"),
    ],
    ids=["rule", "type", "pack", "file"],
)
def test_every_error_says_what_to_do_next(
    newsroom: Repository, spoil: Callable[[Repository], object], says: str
) -> None:
    spoil(newsroom)
    outcome = check(newsroom, TOUCHED)
    assert outcome.code == 2
    assert says in outcome.output
    assert "help:" in outcome.output


def make_unreadable(path: Path) -> None:
    """For everybody: also for the superuser, whom no mode hinders."""
    path.unlink()
    path.symlink_to(path.name)
