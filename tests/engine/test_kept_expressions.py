"""Compiled expressions go from run to run through the cache, and nothing that is wrong with it stops one."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint import expressions
from copylint.config.cache_folder import CacheFolder
from copylint.engine import kept_expressions
from copylint.expressions import expression


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path)


@pytest.fixture(autouse=True)
def _fresh_run(monkeypatch: pytest.MonkeyPatch) -> None:
    start_anew(monkeypatch)


def start_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_kept", {})
    monkeypatch.setattr(expressions, "_compiled", {})


def known(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> set[expressions.Key]:
    """What a later run finds."""
    start_anew(monkeypatch)
    kept_expressions.use(cache)
    return set(expressions._kept)  # noqa: SLF001 - nobody else needs to know


def test_the_next_run_finds_them(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    expression("flood").search("")
    kept_expressions.keep(cache)
    assert known(cache, monkeypatch) == {("flood", 0)}


def test_a_run_adds_to_what_others_kept(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("flood", "quake"):
        start_anew(monkeypatch)
        expression(word).search("")
        kept_expressions.keep(cache)
    assert known(cache, monkeypatch) == {("flood", 0), ("quake", 0)}


def test_a_run_that_compiled_nothing_writes_nothing(cache: CacheFolder) -> None:
    kept_expressions.keep(cache)
    assert not list(cache.path.iterdir())


def test_those_of_another_version_are_not_used(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    expression("flood").search("")
    kept_expressions.keep(cache)
    monkeypatch.setattr(kept_expressions, "_VERSIONS", ("another",))
    assert known(cache, monkeypatch) == set()


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x04N.", b"\x80\x04K\x01."])
def test_a_damaged_record_is_none(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    expression("flood").search("")
    kept_expressions.keep(cache)
    (record,) = cache.path.iterdir()
    record.write_bytes(damage)
    assert known(cache, monkeypatch) == set()
    expression("flood").search("")
    kept_expressions.keep(cache)
    assert known(cache, monkeypatch) == {("flood", 0)}


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    expression("flood").search("")
    kept_expressions.keep(CacheFolder(tmp_path / "gone"))
