"""What tests of the reports share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.document.formats import read
from copylint.engine.run import Checked, Cut, Run
from copylint.errors import Problem
from copylint.finding import Finding
from copylint.source.decode import decode
from copylint.source.excerpt import excerpt

RunOf = Callable[..., Run]


@pytest.fixture
def run_of() -> RunOf:
    """A run that found these things in one story."""

    def make(text: str, *findings: Finding, path: str = "story.txt", problems: tuple[Problem, ...] = ()) -> Run:
        source = decode(path, text.encode())
        shown = excerpt(source, findings)
        return Run((Checked(path, shown, findings, problems, cut=Cut(source, read(source))),), problems)

    return make
