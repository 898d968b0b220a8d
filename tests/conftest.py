"""What tests of every package share."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "../shared/corpus"
"""Real copy, which is its publishers' and stays outside the repository."""


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real copy; tests that need it are skipped where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real copy is not here")
    return CORPUS
