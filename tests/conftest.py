"""What tests of every package share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on wall time. Where every run must give the same, CI, the generated cases are the same ones too.
settings.register_profile("everywhere", deadline=None)
settings.register_profile("repeatable", settings.get_profile("everywhere"), derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "everywhere")

CORPUS = Path(__file__).parents[1] / "../shared/corpus"
"""Real copy, which is its publishers' and stays outside the repository."""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache") / "copylint"))
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real copy; tests that need it are skipped where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real copy is not here")
    return CORPUS


@pytest.fixture(scope="session")
def wheelhouse() -> Path:
    """The wheels of what copylint needs and is built with, so that tests install it without the network.

    `make test` fills the folder and says where it is; then it must be there.
    """
    named = os.environ.get("COPYLINT_WHEELHOUSE")
    folder = Path(named or Path(sys.prefix) / "wheelhouse")
    if not list(folder.glob("*.whl")):
        message = f"there are no wheels in {folder}; 'make test' fills it"
        pytest.fail(message) if named else pytest.skip(message)
    return folder
