"""Puts the report on the pull request: one comment, which each run writes anew."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from action import workflow
from action.workflow import ActionError

MARKER: Final = "<!-- copylint -->"
_AT_MOST: Final = 65_000
"""Characters; GitHub takes 65,536."""
_PAGE: Final = 100
_TIMEOUT: Final = 30
"""Seconds."""
_CUT: Final = "\n\nThe rest is in the run's summary.\n"


def main() -> int:
    """The step's exit code. A comment that can't be written stops no story: it is a warning."""
    try:
        comment(os.environ["INPUT_PULL_REQUEST"], Path(os.environ["INPUT_MARKDOWN_FILE"]).read_text("utf-8"))
    except (ActionError, OSError) as error:
        workflow.warn(f"no comment on the pull request: {error}")
    return 0


def comment(number: str, report: str) -> None:
    """Writes the report on the pull request; where nothing was found, only over an earlier one.

    Raises ActionError where GitHub refuses it.
    """
    repository = quote(os.environ["GITHUB_REPOSITORY"])
    body = {"body": _body(report)}
    earlier = next(_own_comments(f"repos/{repository}/issues/{quote(number)}/comments"), None)
    if earlier is not None:
        _ask("PATCH", f"repos/{repository}/issues/comments/{earlier['id']}", body)
    elif workflow.text_input("findings") != "0":
        _ask("POST", f"repos/{repository}/issues/{quote(number)}/comments", body)


def _body(report: str) -> str:
    marked = report if report.startswith(MARKER) else f"{MARKER}\n{report}"
    if len(marked) <= _AT_MOST:
        return marked
    return marked[:_AT_MOST].rpartition("\n")[0] + _CUT


def _own_comments(path: str) -> Iterator[Mapping[str, Any]]:
    """Those that a bot wrote, and that begin with the marker: a person may quote it."""
    page = 1
    while True:
        listed = _ask("GET", f"{path}?per_page={_PAGE}&page={page}")
        yield from (
            each
            for each in listed
            if (each.get("body") or "").startswith(MARKER) and (each.get("user") or {}).get("type") == "Bot"
        )
        if len(listed) < _PAGE:
            return
        page += 1


def _ask(method: str, path: str, body: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - as GitHub answers
    request = Request(  # noqa: S310 - the runner names the address
        f"{os.environ['GITHUB_API_URL']}/{path}",
        None if body is None else json.dumps(body).encode(),
        {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": "2022-11-28",
        },
        method=method,
    )
    try:
        with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - as above
            return json.load(answer)
    except URLError as error:
        hint = "; the job needs 'pull-requests: write'" if getattr(error, "code", None) in (403, 404) else ""
        raise ActionError(f"GitHub answers {error}{hint}") from error
    except ValueError as error:
        raise ActionError("GitHub's answer can't be read") from error


if __name__ == "__main__":
    sys.exit(main())
