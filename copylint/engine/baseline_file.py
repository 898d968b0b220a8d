"""The file of accepted findings: a header, then one JSON record a line, so that two branches merge line by line."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from copylint.engine.baseline import Baseline, Record
from copylint.errors import CopylintError, Problem
from copylint.expressions import expression
from copylint.source.atomic_write import put_file
from copylint.values import dataclass

_VERSION: Final = 1
_HEADER: Final = "copylint-baseline"
_SALT_BYTES: Final = 16
_SALT: Final = expression(r"[0-9a-f]{32}")
_FINGERPRINT: Final = expression(r"[0-9a-f]{16}")
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MEND_CONFLICT: Final = (
    "keep the lines of both sides; '.copylint-baseline.jsonl merge=union' in .gitattributes lets git do it"
)
_BEGIN_AGAIN: Final = "delete the file, then: copylint check --write-baseline"


def new(path: Path) -> Baseline:
    """An empty one, with a salt of its own."""
    return Baseline(path, secrets.token_hex(_SALT_BYTES))


def read(path: Path) -> Baseline:
    """The baseline, whatever the order of its lines, and however often one stands there: git may have merged it.

    Raises CopylintError with everything that is wrong with it.
    """
    name = str(path)
    try:
        text = path.read_bytes().decode()
    except FileNotFoundError as error:
        hint = "copylint check --write-baseline writes one"
        raise CopylintError(Problem("there is no such baseline", name, hint=hint)) from error
    except OSError as error:
        hint = "make it readable"
        raise CopylintError(
            Problem(f"the baseline can't be read: {error.strerror or error}", name, hint=hint)
        ) from error
    except UnicodeDecodeError as error:
        raise CopylintError(Problem("the baseline is not UTF-8", name, hint=_BEGIN_AGAIN)) from error
    lines = [_Line(name, number, line) for number, line in enumerate(text.split("\n"), 1)]
    return _baseline(path, [each for each in lines if each.text.strip()])


def write(baseline: Baseline) -> None:
    """Sorted, and each record once. Raises CopylintError where the file can't be written; the old one then stays."""
    header = _dumped({_HEADER: _VERSION, "salt": baseline.salt})
    lines = [header, *(_dumped(_object(record)) for record in sorted(baseline.records))]
    put_file(baseline.path, "".join(f"{line}\n" for line in lines).encode())


def _dumped(value: Mapping[str, Any]) -> str:
    """In ASCII, so that a file's name that isn't text (its bytes are surrogates here) can be written, too."""
    return json.dumps(value)


def _object(record: Record) -> dict[str, Any]:
    """What says nothing that isn't so anyway is left out."""
    return {
        "path": record.path,
        "rule": record.rule,
        "fingerprint": record.fingerprint,
        **({"ordinal": record.ordinal} if record.ordinal > 1 else {}),
        **({"count": record.count} if record.count > 1 else {}),
        **({"reason": record.reason} if record.reason else {}),
    }


@dataclass(frozen=True)
class _Line:
    path: str
    number: int
    text: str

    def problem(self, message: str, hint: str, column: int = 1) -> Problem:
        return Problem(message, self.path, self.number, column, self.text.rstrip("\r"), hint=hint)


def _baseline(path: Path, lines: list[_Line]) -> Baseline:
    problems: list[Problem] = []
    headers: dict[str, _Line] = {}
    records: dict[tuple[str, str, str, int], Record] = {}
    for line, value in _objects(lines, problems):
        if _HEADER in value:
            problems += _faults_of_header(line, value)
            headers.setdefault(str(value.get("salt")), line)
        elif (record := _record(line, value, problems)) is not None:
            known = records.get(record.key)
            if known is None or (record.count, record.reason) > (known.count, known.reason):
                records[record.key] = record
    problems += _faults_of_headers(str(path), list(headers.values()))
    if problems:
        raise CopylintError(*sorted(problems, key=lambda each: each.line or 0))
    return Baseline(path, next(iter(headers)), tuple(sorted(records.values())))


def _objects(lines: list[_Line], problems: list[Problem]) -> Iterator[tuple[_Line, dict[str, Any]]]:
    for line in lines:
        if line.text.startswith(_CONFLICT):
            problems.append(line.problem("the baseline has a conflict that git left", _MEND_CONFLICT))
            continue
        try:
            value = json.loads(line.text)
        except ValueError as error:
            column = error.colno if isinstance(error, json.JSONDecodeError) else 1
            problems.append(line.problem("this is no record of a baseline", "delete the line", column))
            continue
        if isinstance(value, dict):
            yield line, value
        else:
            problems.append(line.problem("this is no record of a baseline", "delete the line"))


def _faults_of_header(line: _Line, value: Mapping[str, Any]) -> list[Problem]:
    if value[_HEADER] != _VERSION:
        return [line.problem(f"version {value[_HEADER]!r} of baselines is not known", "update copylint")]
    salt = value.get("salt")
    if not isinstance(salt, str) or not _SALT.fullmatch(salt):
        return [line.problem("the baseline's salt must be 32 hexadecimal digits", _BEGIN_AGAIN)]
    return []


def _faults_of_headers(path: str, headers: list[_Line]) -> list[Problem]:
    if not headers:
        return [Problem("the baseline has no header", path, hint=_BEGIN_AGAIN)]
    message = f"a second salt; the first stands in line {headers[0].number}: two branches have each made a baseline"
    hint = "keep one branch's file, then: copylint check --write-baseline"
    return [each.problem(message, hint) for each in headers[1:]]


def _record(line: _Line, value: Mapping[str, Any], problems: list[Problem]) -> Record | None:
    texts = [value.get(key, "") for key in ("path", "rule", "fingerprint", "reason")]
    numbers = [value.get(key, 1) for key in ("ordinal", "count")]
    path, rule, name, reason = texts
    whole = all(isinstance(each, int) and not isinstance(each, bool) and each > 0 for each in numbers)
    if not all(isinstance(each, str) for each in texts) or not whole or not (path and rule):
        problems.append(line.problem("a record needs a path, a rule and a fingerprint", "delete the line"))
        return None
    if not _FINGERPRINT.fullmatch(name):
        problems.append(line.problem("a fingerprint must be 16 hexadecimal digits", "delete the line"))
        return None
    return Record(path, rule, name, numbers[0], numbers[1], reason)
