"""What happened on GitHub: the commit that a change is measured against, and whether the token may write."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from action.workflow import ActionError

PULL_REQUEST: Final = "pull_request"
_DANGEROUS: Final = "pull_request_target"
_DEPENDABOT: Final = "dependabot[bot]"
_REFUSAL: Final = (
    "copylint does not run on 'pull_request_target': there a stranger's pull request is read with a token that may "
    "write to the repository, and with its secrets. Use 'on: pull_request'."
)


@dataclass(frozen=True)
class Event:
    """The event that started the workflow."""

    base: str | None = None
    """The commit that the change started from. None: there is none, as for a new branch or a schedule."""
    number: int | None = None
    """The pull request's."""
    why_read_only: str | None = None
    """Why the token may write nothing; None where it may, if the workflow's `permissions` allow it."""


def read_event() -> Event:
    """What the runner's environment tells.

    Raises ActionError on `pull_request_target`, and where the event's file can't be read.
    """
    name = os.environ.get("GITHUB_EVENT_NAME", "")
    if name == _DANGEROUS:
        raise ActionError(_REFUSAL)
    payload = _payload(os.environ.get("GITHUB_EVENT_PATH", ""))
    pull_request = _part(payload, PULL_REQUEST) if name == PULL_REQUEST else {}
    return Event(_base(name, payload), pull_request.get("number"), _why_read_only(name, pull_request))


def _payload(path: str) -> Mapping[str, Any]:
    if not path:
        return {}
    try:
        read = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ActionError(f"the event can't be read: {error}") from error
    return read if isinstance(read, dict) else {}


def _base(name: str, payload: Mapping[str, Any]) -> str | None:
    if name == PULL_REQUEST:
        base = _part(payload, PULL_REQUEST, "base").get("sha")
    elif name == "merge_group":
        base = _part(payload, "merge_group").get("base_sha")
    elif name == "push":
        base = payload.get("before")
    else:
        base = None
    # GitHub writes zeros for the commit before the first one of a branch.
    return base if isinstance(base, str) and base.strip("0") else None


def _why_read_only(name: str, pull_request: Mapping[str, Any]) -> str | None:
    if os.environ.get("GITHUB_ACTOR") == _DEPENDABOT:
        return "Dependabot's token may only read"
    # A fork that was deleted has no name any more.
    head, base = (_part(pull_request, side, "repo").get("full_name") for side in ("head", "base"))
    if name == PULL_REQUEST and head != base:
        return "a fork's token may only read"
    return None


def _part(payload: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    """The mapping under these keys; an empty one where there is none."""
    for key in keys:
        found = payload.get(key)
        payload = found if isinstance(found, dict) else {}
    return payload
