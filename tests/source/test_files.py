from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copylint.source.choice import Choice, extension
from copylint.source.files import Files, files_among, files_in
from copylint.source.patterns import Patterns


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
    return files_in(names, Choice(is_copy))


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
def test_documents_about_the_repository_are_left_out() -> None:
    write("README.md", "readme.txt", "LICENSE", "Changelog.md", "wire/README.fr.md", "requirements-dev.txt", "story.md")
    write("CONTRIBUTING.md", "wire/security.md", "robots.txt", "wire/licence.txt", "wire/readmission.txt")
    assert copy(".") == ["story.md", "wire/readmission.txt", "wire/security.md"]
    assert left_out("README.md", "LICENSE", ".github/a.md") == ["README.md", "LICENSE"]


@pytest.mark.usefixtures("folder")
def test_lists_of_the_newsrooms_rules_are_no_copy() -> None:
    write("desk/rules/names.txt", "desk/rules/old/a.txt", "desk/rules/note.md", "desk/b.txt")
    rules = frozenset({str(Path("desk/rules").resolve())})
    files = files_in(["."], Choice(is_copy, rule_folders=rules))
    assert sorted(Path(path).as_posix() for path in files.copy) == [
        "desk/b.txt",
        "desk/rules/note.md",
        "desk/rules/old/a.txt",
    ]
    assert Choice(is_copy, rule_folders=rules).against("desk/rules/names.txt") == "a list of the rules"
    included = Patterns(("desk/rules/names.txt",), str(Path.cwd()))
    assert Choice(is_copy, include=included, rule_folders=rules).against("desk/rules/names.txt") is None


@pytest.mark.usefixtures("folder")
def test_why_a_file_is_left_out() -> None:
    write(".git/HEAD", "a.txt", "drafts/b.txt", "drafts/keep.txt", "c.jpg", "made.md", "bought/d.md", ".github/e.md")
    write("wire/f.txt", "wire/g.txt", "README.md")
    Path(".gitignore").write_text("drafts/*\n!drafts/keep.txt\n")
    Path("wire/.gitignore").write_text("g.txt\n")
    Path(".gitattributes").write_text(
        "made.md linguist-generated\nbought/** linguist-vendored=true\na.txt linguist-generated=false\n"
    )
    reasons = files_in(
        [".", ".github/e.md"], Choice(is_copy, exclude=(Patterns(("f.txt",), str(Path.cwd())),))
    ).left_out
    assert {Path(path).as_posix(): reason for path, reason in reasons.items()} == {
        "drafts/b.txt": "in .gitignore",
        "wire/g.txt": "in .gitignore",
        "wire/f.txt": "exclude",
        "c.jpg": "not copy",
        "made.md": "generated, by .gitattributes",
        "bought/d.md": "vendored, by .gitattributes",
        ".github/e.md": "in .github",
        "README.md": "about the repository",
    }
    assert copy("drafts", "drafts/b.txt") == ["drafts/keep.txt"]


@pytest.mark.usefixtures("folder")
def test_what_git_ignores_is_what_is_ignored() -> None:
    """Held against git itself."""
    names = ["a.log", "sub/a.log", "sub/keep.log", "build/x.txt", "sub/build/y.txt", "top.txt", "sub/top.txt"]
    write(*names)
    Path(".gitignore").write_text("*.log\n!keep.log\n/top.txt\nbuild/\n")
    Path("sub/.gitignore").write_text("!a.log\ny.txt\n")
    git("init", "--quiet")
    ignored = git("check-ignore", *names).split()
    found = files_in(names, Choice(lambda _: True))
    assert ignored
    assert sorted(path for path, reason in found.left_out.items() if reason == "in .gitignore") == sorted(ignored)


def git(*arguments: str) -> str:
    return subprocess.run(("git", *arguments), capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.usefixtures("folder")
def test_included_files_are_read_whatever_they_are_called() -> None:
    write("wire/README.md", "wire/story", "wire/talks.wire", "wire/page.css", "wire/rules.yaml", "other/b.txt")
    Path("wire/photo").write_bytes(b"\x89PNG\0\0")
    Path("wire/pom").write_text("<?xml version='1.0'?><project/>")
    choice = Choice(is_copy, include=Patterns(("/wire/",), str(Path.cwd())))
    assert sorted(files_in(["."], choice).copy) == ["wire/README.md", "wire/story", "wire/talks.wire"]
    assert [path for path in files_in(["."], choice).copy if choice.reads_as_text(path)] == [
        "wire/story",
        "wire/talks.wire",
    ]
    assert files_in(["other/b.txt"], choice).left_out == {"other/b.txt": "not in include"}


@pytest.mark.usefixtures("folder")
def test_changed_files_are_chosen_as_if_they_had_been_found() -> None:
    write("wire/a.txt", "b.txt", "wire/c.jpg", "README.md")
    found = files_among(["wire/a.txt", "b.txt", "wire/c.jpg"], ["wire"], Choice(is_copy))
    assert (found.copy, found.left_out) == (["wire/a.txt"], {"wire/c.jpg": "not copy"})


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
