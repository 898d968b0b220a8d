from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copylint.errors import CopylintError
from copylint.source.atomic_write import replace_file

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a story in it."""
    working = tmp_path / "desk"
    working.mkdir()
    (working / "story.txt").write_bytes(b"old\r\n")
    monkeypatch.chdir(working)
    return working


def refusal(path: Path, before: bytes = b"old\r\n") -> str:
    with pytest.raises(CopylintError) as caught:
        replace_file(path, before, b"new")
    (problem,) = caught.value.problems
    assert problem.path == str(path)
    return problem.message


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o440])
def test_the_new_bytes_stand_in_the_old_ones_place_with_its_mode(folder: Path, mode: int) -> None:
    story = folder / "story.txt"
    story.chmod(mode)
    replace_file(story, b"old\r\n", b"\xffnew\r")
    assert story.read_bytes() == b"\xffnew\r"
    assert story.stat().st_mode & 0o777 == mode
    assert names(folder) == ["story.txt"]


def test_the_time_is_the_changes_own(folder: Path) -> None:
    story = folder / "story.txt"
    os.utime(story, (0, 0))
    replace_file(Path("story.txt"), b"old\r\n", b"new")
    assert story.stat().st_mtime > 0


def test_extended_attributes_stay(folder: Path) -> None:
    story = folder / "story.txt"
    if not hasattr(os, "setxattr"):
        pytest.skip("this system has none")
    try:
        os.setxattr(story, "user.desk", b"sports")
    except OSError:
        pytest.skip("this file system has none")
    replace_file(story, b"old\r\n", b"new")
    assert os.getxattr(story, "user.desk") == b"sports"


@needs_links
def test_a_link_inside_the_folder_stays_a_link(folder: Path) -> None:
    (folder / "sports").mkdir()
    link = folder / "sports" / "link.txt"
    link.symlink_to("../story.txt")
    replace_file(link, b"old\r\n", b"new")
    assert link.is_symlink()
    assert (folder / "story.txt").read_bytes() == b"new"
    assert names(folder) == ["sports", "story.txt"]


@needs_links
def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    outside = folder.parent / "outside.txt"
    outside.write_bytes(b"old\r\n")
    (folder / "link.txt").symlink_to(outside)
    assert "leads out" in refusal(folder / "link.txt")
    assert outside.read_bytes() == b"old\r\n"


@needs_links
def test_a_path_through_a_linked_folder_out_of_the_tree_is_refused(folder: Path) -> None:
    outside = folder.parent / "archive"
    outside.mkdir()
    (outside / "story.txt").write_bytes(b"old\r\n")
    (folder / "archive").symlink_to(outside)
    assert "leads out" in refusal(Path("archive/story.txt"))
    assert (outside / "story.txt").read_bytes() == b"old\r\n"


def test_a_file_elsewhere_that_is_named_itself_is_written(folder: Path) -> None:
    elsewhere = folder.parent / "other.txt"
    elsewhere.write_bytes(b"old\r\n")
    replace_file(elsewhere, b"old\r\n", b"new")
    replace_file(Path("../other.txt"), b"new", b"newer")
    assert elsewhere.read_bytes() == b"newer"


@needs_links
def test_a_link_in_a_circle_is_a_problem(folder: Path) -> None:
    (folder / "circle.txt").symlink_to("circle.txt")
    assert refusal(folder / "circle.txt")


@needs_links
def test_a_hard_link_is_refused(folder: Path) -> None:
    (folder / "twin.txt").hardlink_to(folder / "story.txt")
    assert "hard link" in refusal(folder / "story.txt")
    assert (folder / "twin.txt").read_bytes() == b"old\r\n"
    assert names(folder) == ["story.txt", "twin.txt"]


def test_a_file_that_was_changed_meanwhile_is_refused(folder: Path) -> None:
    assert "changed" in refusal(folder / "story.txt", before=b"older")
    assert (folder / "story.txt").read_bytes() == b"old\r\n"


def test_a_file_that_is_gone_is_a_problem(folder: Path) -> None:
    assert "can't be written" in refusal(folder / "gone.txt")
    assert names(folder) == ["story.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions don't bind this user")
def test_a_folder_that_can_not_be_written_is_a_problem(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        assert "can't be written" in refusal(folder / "story.txt")
    finally:
        folder.chmod(0o700)
    assert (folder / "story.txt").read_bytes() == b"old\r\n"


@pytest.mark.parametrize(
    "call", ["os.fsync", "os.utime", "shutil.copystat", "pathlib.Path.replace", "tempfile.mkstemp"]
)
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_fails_in_the_middle_leaves_the_old_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, failure: BaseException
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise failure

    with monkeypatch.context() as patched:
        patched.setattr(call, fail)
        with pytest.raises((CopylintError, KeyboardInterrupt)) as caught:
            replace_file(folder / "story.txt", b"old\r\n", b"new")
    assert isinstance(caught.value, KeyboardInterrupt) == isinstance(failure, KeyboardInterrupt)
    assert (folder / "story.txt").read_bytes() == b"old\r\n"
    assert names(folder) == ["story.txt"]


@pytest.mark.parametrize("name", ["-story.txt", "ein Stück.txt", "é" * 100 + ".txt", "a\nb.txt", ".hidden"])
def test_every_name_can_be_written(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"old")
    replace_file(folder / name, b"old", b"new")
    assert (folder / name).read_bytes() == b"new"
    assert names(folder) == sorted(["story.txt", name])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(before=st.binary(max_size=40), after=st.binary(max_size=40))
def test_any_bytes_are_written_as_they_are(folder: Path, before: bytes, after: bytes) -> None:
    story = folder / "story.txt"
    story.write_bytes(before)
    replace_file(story, before, after)
    assert story.read_bytes() == after
