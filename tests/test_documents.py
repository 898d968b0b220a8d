"""What README and docs/ show is so: their rules pass their own examples, their settings are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from copylint.config import settings
from copylint.config.command_line import CommandLine
from copylint.report.rule_page import markdown_pages
from copylint.ruleset.load import load
from copylint.ruleset.select import HOUSES
from copylint.testing import failures

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = (ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")))

_BLOCK: Final = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"\]\((?!https?:)([^)#]+)")


def blocks(opening: str) -> list[str]:
    """The pages' YAML blocks whose first line begins so."""
    found = [block for page in PAGES for block in _BLOCK.findall(page.read_text("utf-8"))]
    matching = [block for block in found if block.startswith(opening)]
    assert matching
    return matching


@pytest.mark.parametrize("block", blocks("rules:"))
def test_a_rule_that_is_shown_passes_its_examples(block: str, tmp_path: Path) -> None:
    (tmp_path / "shown.yaml").write_text(block, "utf-8")
    (pack,) = load(["shown.yaml"], tmp_path)
    assert [(failure.expected, failure.came) for rule in pack.rules for failure in failures(rule)] == []


@pytest.mark.parametrize("block", blocks("packs:"))
def test_settings_that_are_shown_are_read(block: str, tmp_path: Path) -> None:
    path = tmp_path / ".copylint.yaml"
    path.write_text(block, "utf-8")
    (tmp_path / "our-rules").mkdir()
    (tmp_path / "our-rules" / "wording.yaml").write_text(blocks("rules:")[0], "utf-8")
    assert settings.ruleset(settings.settings(CommandLine(), path)).rules


def test_the_rules_pages_are_current() -> None:
    pages = markdown_pages(load(("core", *HOUSES), Path()))
    folder = ROOT / "docs" / "rules"
    written = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.md")}
    outdated = sorted(name for name in pages.keys() | written.keys() if pages.get(name) != written.get(name))
    assert not outdated, "run 'make docs'"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not dead
