"""GitLab's Code Quality report: a JSON array with an entry for each finding. Problems are not part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final

from copylint.engine.run import Run
from copylint.report.json import dumped

_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}


def lines(run: Run) -> Iterator[str]:
    yield dumped(list(_entries(run)))


def _entries(run: Run) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for checked in run.checked:
        for finding in checked.findings:
            key = (checked.path, finding.rule, finding.fingerprint)
            seen[key] += 1
            name = "\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")
            yield {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": blake2b(name, digest_size=16).hexdigest(),
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": checked.path,
                    "lines": {"begin": checked.excerpt.position(finding.span.start).line},
                },
            }
