"""The hooks that copylint offers, run by the real pre-commit against this work tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.newsroom.conftest import Hooks

ROOT: Final = Path(__file__).parents[2]
PRE_COMMIT: Final = (sys.executable, "-m", "pre_commit")

STORY: Final = "PARIS (AP) — Talks began in {month} 2025, the ministry said.\n"
DEFECT: Final = STORY.format(month="july")
CLEAN: Final = STORY.format(month="July")
REPEATED: Final = "The ministry gave no reason for the long delay."
WITH_WARNING: Final = f"{CLEAN}\n{REPEATED} Nobody asked for one.\n\nTalks resume on Monday. {REPEATED}\n"

RULE_FILE: Final = """\
rules:
  - id: our-parliament
    check: swap
    swap: {House of Deputies: Chamber of Deputies}
    message: "Write '{fix}'."
    severity: error
    examples:
      invalid: ["The House of Deputies voted on Friday."]
      valid: ["The Chamber of Deputies voted on Friday."]
"""


def test_the_manifest_is_valid() -> None:
    subprocess.run([*PRE_COMMIT, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], check=True)


def test_this_repositorys_own_hooks_are_valid() -> None:
    subprocess.run([*PRE_COMMIT, "validate-config", ROOT / ".pre-commit-config.yaml"], check=True)


def test_a_defect_stops_the_commit_and_its_correction_goes_through(offered: Hooks) -> None:
    newsroom = offered.newsroom("copylint")
    refused = newsroom.commit("wire/talks.txt", DEFECT)
    assert refused.code == 1, refused.output
    assert "error[lowercase-month]" in refused.output
    assert "wire/talks.txt:1:29" in refused.output
    assert "talks.txt" not in newsroom.must("git", "log", "--name-only")

    accepted = newsroom.commit("wire/talks.txt", CLEAN)
    assert accepted.code == 0, accepted.output
    assert "talks.txt" in newsroom.must("git", "log", "--name-only")


def test_a_warning_is_shown_and_stops_nothing(offered: Hooks) -> None:
    accepted = offered.newsroom("copylint").commit("wire/talks.txt", WITH_WARNING)
    assert accepted.code == 0, accepted.output
    assert "warning[duplicate-sentence]" in accepted.output


def test_files_outside_the_wire_are_left_alone(offered: Hooks) -> None:
    accepted = offered.newsroom("copylint").commit("notes/talks.txt", DEFECT)
    assert accepted.code == 0, accepted.output
    assert "lowercase-month" not in accepted.output


def test_the_fix_is_made_and_left_to_be_committed(offered: Hooks) -> None:
    newsroom = offered.newsroom("copylint-fix")
    mended = newsroom.commit("wire/talks.txt", DEFECT)
    assert mended.code == 1, mended.output
    assert newsroom.text("wire/talks.txt") == CLEAN
    assert newsroom.commit("wire/talks.txt", CLEAN).code == 0


def test_the_newsrooms_rules_are_tested(offered: Hooks) -> None:
    newsroom = offered.newsroom("copylint-rules", files="^our-rules/")
    refused = newsroom.commit("our-rules/style.yaml", RULE_FILE.replace("severity", "serverity"))
    assert refused.code == 1, refused.output
    assert "our-rules/style.yaml:6:5" in refused.output

    newsroom.write("our-rules/pack.yaml", "pack:\n  id: ours\n  name: Our style\n  version: 1.0.0\n")
    newsroom.must("git", "add", "our-rules/pack.yaml")
    accepted = newsroom.commit("our-rules/style.yaml", RULE_FILE)
    assert accepted.code == 0, accepted.output
