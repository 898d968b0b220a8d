"""A secret sentence is planted in every part of a story, and looked for in all that leaves a run."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

import pytest

from copylint.cli import main
from copylint.commands.check_arguments import OUTPUT_FORMATS
from copylint.engine.linter import Linter

PLANTED: Final = "quorvex"
"""In every sentence of the stories, so that no defect stands far from it."""

HEADLINE: Final = "Quorvex merger talks begin in july"
CAPTION: Final = "The Quorvex board meets in Paris on Feb. 30, 2026. (AP Photo/Quorvex Desk)"
QUOTATION: Final = "“We want the the Quorvex deal by july,” the chief of Quorvex said."
BODY: Final = (
    "PARIS (AP) — The Quorvex board met in july  , and the the envoys of Quorvex left on Thursday, Feb. 6, 2026."
)
REPEATED: Final = "Nobody at Quorvex gave a reason for the long delay of the merger."
PARAGRAPHS: Final = (BODY, QUOTATION, REPEATED, REPEATED)

MARKDOWN: Final = f"# {HEADLINE}\n\n![{CAPTION}](quorvex.jpg)\n\n{{status}}" + "\n\n".join(PARAGRAPHS) + "\n"
HTML: Final = (
    f"<!DOCTYPE html><html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>{{status}}"
    f"<figure><img src='quorvex.jpg'><figcaption>{CAPTION}</figcaption></figure>"
    + "".join(f"<p>{each}</p>\n" for each in PARAGRAPHS)
    + "</article></body></html>"
)
NITF: Final = (
    f"<nitf><head/><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head><body.content>{{status}}"
    f"<media media-type='image'><media-caption><p>{CAPTION}</p></media-caption></media>"
    + "".join(f"<p>{each}</p>\n" for each in PARAGRAPHS)
    + "</body.content></body></nitf>"
)
STORIES: Final = {
    "story.txt": "\n\n".join((HEADLINE, "{status}" + BODY, *PARAGRAPHS[1:], CAPTION)) + "\n",
    "story.md": MARKDOWN,
    "story.html": HTML,
    "story.xml": NITF,
}
MARKS: Final = {
    "story.txt": "NOT FOR PUBLICATION\n\n",
    "story.md": "NOT FOR PUBLICATION\n\n",
    "story.html": "<p>EMBARGOED UNTIL 6 a.m. GMT Feb. 9, 2026</p>",
    "story.xml": "<p>NOT FOR PUBLICATION</p>",
}


@dataclass(frozen=True)
class Newsroom:
    """A folder with stories, and everything that came of runs there."""

    folder: Path
    cache: Path

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit code and all that was printed."""
        shown = StringIO()
        with redirect_stdout(shown), redirect_stderr(shown):
            code = main(["check", "--now", "2026-02-06", *arguments])
        return code, shown.getvalue()

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Every file but the stories, the cache's too."""
        for folder in (self.folder, self.cache):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.name not in STORIES:
                    yield path.name, path.read_bytes()


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """The same for all tests, so that the rules are made ready once."""
    return Newsroom(tmp_path_factory.mktemp("newsroom"), tmp_path_factory.mktemp("home") / "cache")


@pytest.fixture
def newsroom(folders: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Without stories, and nothing kept of any."""
    for path in (*folders.folder.iterdir(), *folders.cache.glob("*.records/*")):
        path.unlink()
    monkeypatch.chdir(folders.folder)
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(folders.cache))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folders.folder / "summary.md"))
    monkeypatch.setenv("COLUMNS", "200")
    return folders


def plant(newsroom: Newsroom, *, marked: bool = False) -> None:
    for name, story in STORIES.items():
        (newsroom.folder / name).write_text(story.replace("{status}", MARKS[name] if marked else ""), "utf-8")


def assert_the_secret_is_kept(newsroom: Newsroom, shown: str) -> None:
    assert PLANTED not in shown.casefold()
    for name, data in newsroom.written():
        assert PLANTED.encode() not in data.lower(), name
        for encoding in ("utf-16-le", "utf-16-be"):
            assert PLANTED.encode(encoding) not in data.lower(), name


REPORTS: Final = (
    *(("--output-format", each) for each in OUTPUT_FORMATS),
    *(("--output-format", each, "--output-file", f"report.{each}") for each in OUTPUT_FORMATS),
    ("--statistics",),
    ("--diff",),
    ("--diff", "--unsafe-fixes"),
    ("--explain-timing",),
    ("--show-segments",),
    ("--show-segments", "--output-format", "json"),
    ("--show-files",),
    ("--write-baseline",),
    ("--select", "ALL", "--jobs", "2"),
    ("--fix",),
    ("--fix", "--unsafe-fixes"),
)
every_report = pytest.mark.parametrize("report", REPORTS, ids=" ".join)


def test_without_care_the_secret_is_told(newsroom: Newsroom) -> None:
    """The stories have something in each part that an ordinary report shows."""
    plant(newsroom)
    for name in STORIES:
        code, shown = newsroom.run(name, "--output-format", "json")
        told = json.loads(shown)["findings"]
        assert code == 1
        assert {"headline", "body"} <= {finding["part"] for finding in told}, name
        _, shown = newsroom.run(name)
        assert PLANTED in shown.casefold()


@every_report
def test_on_request(newsroom: Newsroom, report: tuple[str, ...]) -> None:
    plant(newsroom)
    newsroom.run("--no-copy")  # what is kept for the next run
    code, shown = newsroom.run("--no-copy", *report)
    assert "copylint failed" not in shown
    assert code in {0, 1} or "--show-segments" in report
    assert_the_secret_is_kept(newsroom, shown)


@every_report
def test_by_configuration(newsroom: Newsroom, report: tuple[str, ...]) -> None:
    plant(newsroom)
    (newsroom.folder / ".copylint.yaml").write_text("show-copy: false\n", "utf-8")
    assert_the_secret_is_kept(newsroom, newsroom.run(*report)[1])


@every_report
def test_by_path(newsroom: Newsroom, report: tuple[str, ...]) -> None:
    plant(newsroom)
    configuration = "overrides:\n  - files: ['story.*']\n    show-copy: false\n"
    (newsroom.folder / ".copylint.yaml").write_text(configuration, "utf-8")
    assert_the_secret_is_kept(newsroom, newsroom.run(*report)[1])


@every_report
def test_of_a_story_that_is_not_for_publication(newsroom: Newsroom, report: tuple[str, ...]) -> None:
    plant(newsroom, marked=True)
    newsroom.run()
    assert_the_secret_is_kept(newsroom, newsroom.run(*report)[1])


def test_what_an_ordinary_run_kept_is_not_shown_later(newsroom: Newsroom) -> None:
    plant(newsroom)
    newsroom.run()
    assert PLANTED not in newsroom.run("--no-copy")[1].casefold()


@pytest.mark.parametrize("output_format", OUTPUT_FORMATS)
def test_of_a_story_that_cannot_be_read(newsroom: Newsroom, output_format: str) -> None:
    (newsroom.folder / "story.xml").write_text(f"<nitf><body>{BODY}</hedline></body></nitf>", "utf-8")
    code, shown = newsroom.run("--no-copy", "--output-format", output_format)
    assert code == 2
    assert_the_secret_is_kept(newsroom, shown)


@pytest.mark.parametrize("output_format", OUTPUT_FORMATS)
def test_when_copylint_fails(newsroom: Newsroom, output_format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(BODY)

    plant(newsroom)
    monkeypatch.setattr(Linter, "lint", fail)
    code, shown = newsroom.run("--no-copy", "--jobs", "1", "--output-format", output_format)
    assert code == 2
    assert_the_secret_is_kept(newsroom, shown)


def test_the_search_would_find_it(newsroom: Newsroom) -> None:
    (newsroom.folder / "report.json").write_bytes(pickle.dumps({"text": BODY}))
    with pytest.raises(AssertionError, match=r"report\.json"):
        assert_the_secret_is_kept(newsroom, "")
