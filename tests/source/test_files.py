from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from copylint.source.files import Files, extension, files_in


def is_copy(path: str) -> bool:
    return Path(path).suffix in (".txt", ".md", ".html")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Copy.\n", encoding="utf-8")


def found(*names: str) -> Files:
    return files_in(names, is_copy)


def copy(*names: str) -> list[str]:
    return [Path(path).as_posix() for path in found(*names).copy]


def left_out(*names: str) -> list[str]:
    return [Path(path).as_posix() for path in found(*names).left_out]


def test_a_folder_holds_its_copy_in_the_order_of_names(folder: Path) -> None:
    write("wire/b.txt", "wire/a.md", "wire/z/c.html", "wire/a/d.txt", "wire/B.txt", "wire/photo.jpg")
    assert copy("wire") == ["wire/B.txt", "wire/a.md", "wire/b.txt", "wire/a/d.txt", "wire/z/c.html"]
    assert left_out("wire") == ["wire/photo.jpg"]
    assert copy(str(folder / "wire"))[0] == (folder / "wire/B.txt").as_posix()


def test_names_keep_the_order_they_were_given_in(folder: Path) -> None:
    write("b.txt", "a.txt", "wire/c.txt")
    assert copy("wire", "b.txt", "a.txt") == ["wire/c.txt", "b.txt", "a.txt"]
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
def test_every_file_comes_once() -> None:
    write("wire/a.txt", "wire/b.txt")
    assert copy("wire/b.txt", "wire", "./wire/a.txt", "wire/../wire/b.txt") == ["wire/b.txt", "wire/a.txt"]
    assert copy("wire", str(Path("wire").absolute())) == ["wire/a.txt", "wire/b.txt"]


@pytest.mark.usefixtures("folder")
def test_hidden_and_foreign_folders_are_not_gone_into() -> None:
    write(".git/a.txt", "wire/.drafts/b.txt", "wire/.c.txt", "node_modules/d.txt", "x/__pycache__/e.txt", "wire/f.txt")
    assert copy(".") == ["wire/f.txt"]
    assert copy("wire/.drafts", "wire/.c.txt", "node_modules") == [
        "wire/.drafts/b.txt",
        "wire/.c.txt",
        "node_modules/d.txt",
    ]


@pytest.mark.usefixtures("folder")
def test_documents_about_the_repository_are_left_out_at_its_root_only() -> None:
    write("README.md", "readme.txt", "LICENSE", "Changelog.md", "wire/README.md", "story.md")
    assert copy(".") == ["story.md", "wire/README.md"]
    assert left_out("README.md", "LICENSE") == ["README.md", "LICENSE"]


@pytest.mark.usefixtures("folder")
def test_a_named_file_of_an_unknown_kind_is_left_out() -> None:
    write("package.json", "photo.jpg")
    assert left_out("package.json", "photo.jpg") == ["package.json", "photo.jpg"]
    assert copy("package.json", "photo.jpg") == []


@pytest.mark.usefixtures("folder")
def test_a_file_without_extension_is_copy_where_it_is_named() -> None:
    write("wire/story")
    assert copy("wire/story") == ["wire/story"]
    assert left_out("wire") == ["wire/story"]


@pytest.mark.usefixtures("folder")
def test_a_missing_file_is_handed_on_to_be_reported() -> None:
    assert copy("gone.txt", "gone.jpg", "README.md") == ["gone.txt", "gone.jpg", "README.md"]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_copy_is_said() -> None:
    write("empty/photo.jpg", "wire/a.txt")
    Path("bare").mkdir()
    assert [Path(path).name for path in found("empty", "bare", "wire").empty] == ["empty", "bare"]


@pytest.mark.usefixtures("folder")
def test_a_folder_whose_copy_was_named_before_is_not_empty() -> None:
    write("wire/a.txt")
    assert found("wire/a.txt", "wire").empty == []


@pytest.mark.usefixtures("folder")
def test_nothing_named_is_nothing_found() -> None:
    assert found() == Files()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links(folder: Path) -> None:
    write("wire/a.txt")
    (folder / "wire/loop").symlink_to(folder / "wire")
    (folder / "wire/self.txt").symlink_to("self.txt")
    (folder / "wire/link.txt").symlink_to("a.txt")
    assert copy("wire") == ["wire/a.txt", "wire/link.txt", "wire/self.txt"]
    assert copy("wire/loop") == ["wire/loop/a.txt", "wire/loop/link.txt", "wire/loop/self.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions don't bind this user")
def test_a_folder_that_can_not_be_read_is_a_problem(folder: Path) -> None:
    write("wire/closed/a.txt")
    closed = folder / "wire/closed"
    closed.chmod(0)
    try:
        (problem,) = found("wire").problems
    finally:
        closed.chmod(0o700)
    assert problem.path == "wire/closed"


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
def test_a_name_that_is_not_utf_8(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    write(name)
    assert copy(".") == [name]
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["a.txt", "a/b.TXT", "a.b/c", ".txt", "..txt", "a.", "a.b.md", "a b.Md", "", "."])
def test_an_extension_is_what_a_path_says(name: str) -> None:
    assert extension(name) == Path(name).suffix.lower()
