from __future__ import annotations

import os
from pathlib import Path

import pytest

from copylint.config.cache_folder import CacheFolder, cache_folder
from copylint.errors import CopylintError


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that copylint runs in."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def refusal(environment: dict[str, str]) -> str:
    with pytest.raises(CopylintError) as caught:
        cache_folder(environment)
    return caught.value.problems[0].message


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"COPYLINT_CACHE_DIR": "{home}/own", "XDG_CACHE_HOME": "{home}/xdg"}, "own"),
        ({"XDG_CACHE_HOME": "{home}/xdg"}, "xdg/copylint"),
        ({"XDG_CACHE_HOME": "relative"}, ".cache/copylint"),
        ({}, ".cache/copylint"),
    ],
)
def test_the_environment_names_it(
    environment: dict[str, str], path: str, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    folder = cache_folder({name: value.format(home=home) for name, value in environment.items()})
    assert folder.path == home / path
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert not list(work.iterdir())


def test_a_record_comes_back_until_it_is_cleared(tmp_path: Path) -> None:
    folder = CacheFolder(tmp_path)
    assert folder.read("a") is None
    folder.write("a", b"one")
    folder.write("a", b"two")
    assert folder.read("a") == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.record"]
    assert folder.clear() == 1
    assert folder.read("a") is None


def test_the_oldest_records_go(tmp_path: Path) -> None:
    folder = CacheFolder(tmp_path)
    for number in range(70):
        folder.write(str(number), b"")
        os.utime(tmp_path / f"{number}.record", (number, number))
    folder.write("last", b"")
    assert len(list(tmp_path.iterdir())) == 64
    assert folder.read("0") is None
    assert folder.read("last") == b""


def test_folders_of_records_go_with_it_and_nothing_else_does(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.record").write_bytes(b"")
    inner = cache.folder("a")
    inner.write("b", b"one")
    assert cache.folder("a").read("b") == b"one"
    assert inner.path.stat().st_mode & 0o777 == 0o700
    assert cache.clear() == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["own", "a.record"]


def test_the_oldest_folders_go(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    for number in range(8):
        cache.folder(str(number)).write("a", b"")
        os.utime(tmp_path / f"{number}.records", (number, number))
    cache.folder("0").write("b", b"")
    cache.folder("last")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [*(f"{number}.records" for number in (0, 2, 3, 4, 5, 6, 7)), "last.records"]
    )


def test_it_is_not_used_inside_the_folder_that_is_checked(work: Path) -> None:
    assert "inside the folder" in refusal({"COPYLINT_CACHE_DIR": ".cache"})
    assert not list(work.iterdir())


def test_it_may_lie_below_the_home_that_copylint_runs_in(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(work))
    assert cache_folder({}).path == work / ".cache" / "copylint"


@pytest.mark.usefixtures("work")
def test_it_is_not_used_where_others_can_write(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    assert "others" in refusal({"COPYLINT_CACHE_DIR": str(folder)})


@pytest.mark.usefixtures("work")
def test_it_is_not_used_where_it_is_a_link_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_bytes(b"")
    assert "no folder" in refusal({"COPYLINT_CACHE_DIR": str(tmp_path / "link")})
    assert refusal({"COPYLINT_CACHE_DIR": str(tmp_path / "file")})
