"""Rule and configuration files on disk: found, read within limits, named as the user knows them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import copylint
from copylint.errors import Problem
from copylint.yaml_text import CHARACTERS_AT_MOST, Yaml, curly_quotes_at_the_edge, parse

PACK_FILE: Final = "pack.yaml"
SUFFIXES: Final = (".yaml", ".yml")

_BYTES_AT_MOST: Final = 4 * CHARACTERS_AT_MOST


def read(path: Path) -> Yaml:
    """The file's nodes and everything that is wrong with it as YAML, also a curly quote meant as a quote."""
    name = shown(path)
    try:
        if not path.is_file():
            return Yaml(None, (Problem("this is not a regular file", name),))
        if path.stat().st_size > _BYTES_AT_MOST:
            return Yaml(None, (Problem(f"the file has more than {_BYTES_AT_MOST // 1024} KiB", name),))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return Yaml(None, (Problem(f"the file can't be read: {error.strerror or error}", name),))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Yaml(None, (Problem("the file is not UTF-8", name, line, 1),))
    yaml = parse(text, name)
    if yaml.root is None:
        return yaml
    return Yaml(yaml.root, (*yaml.problems, *curly_quotes_at_the_edge(yaml.root)))


def is_file(path: Path) -> bool:
    """Whether a regular file can be seen there, whatever hinders a look."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def shown(path: Path) -> str:
    """The path as messages name it: from the working folder if it lies there, else in full."""
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(absolute)


def shipped_folder() -> Path:
    """Where the shipped packs lie: inside the package when it is installed, beside it in a checkout."""
    package = Path(copylint.__file__).parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


def shipped_packs() -> tuple[str, ...]:
    return tuple(sorted(folder.name for folder in shipped_folder().iterdir() if (folder / PACK_FILE).is_file()))


def pack_path(name: str, base: Path) -> Path:
    """The folder or rule file that a pack's name stands for: a shipped one, or else a path from `base`."""
    return shipped_folder() / name if name in shipped_packs() else base / name


def rule_files(folder: Path) -> tuple[Path, ...]:
    """The folder's rule files in the order of their names; hidden ones and `pack.yaml` are none."""
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix in SUFFIXES and path.name != PACK_FILE and not path.name.startswith(".")
    )
