"""The GitHub Action: what its steps do with an event, a checkout and a report; and that its YAML is sound."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from action import comment
from action.event import read_event
from action.history import trusted_tree
from action.workflow import ActionError

ROOT: Final = Path(__file__).parents[1]
ACTION: Final = ROOT / "action.yml"
PAGE: Final = ROOT / "docs" / "ci.md"
ZEROS: Final = "0" * 40
BASE: Final = "b" * 40

CLEAN: Final = "PARIS (AP) — Talks began in July 2025, the ministry said.\n"
DEFECT: Final = "PARIS (AP) — Talks began in july 2025, the ministry said.\n"
GIT: Final = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.com",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.com",
}
INPUTS: Final = {
    "INPUT_PATHS": ".",
    "INPUT_FAIL_ON": "error",
    "INPUT_NO_COPY": "true",
    "INPUT_TRUST": "head",
    "INPUT_SARIF": "false",
    "INPUT_COMMENT": "false",
}


def pull_request(base: str = BASE, head: str | None = "desk/wire", number: int = 7) -> dict[str, Any]:
    head_repository = None if head is None else {"full_name": head}
    return {
        "pull_request": {
            "number": number,
            "base": {"sha": base, "repo": {"full_name": "desk/wire"}},
            "head": {"sha": "a" * 40, "repo": head_repository},
        }
    }


@dataclass(frozen=True)
class Done:
    code: int
    log: str
    outputs: dict[str, str]
    summary: str


@dataclass(frozen=True)
class Runner:
    """A checkout, and the files through which a step talks to GitHub."""

    folder: Path
    checkout: Path

    def check(self, name: str, payload: dict[str, Any], **inputs: str) -> Done:
        temp, event, output, summary = (self.folder / each for each in ("temp", "event.json", "output", "summary"))
        temp.mkdir(exist_ok=True)
        event.write_text(json.dumps(payload), "utf-8")
        output.write_text("", "utf-8")
        summary.write_text("", "utf-8")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "GIT_", "INPUT_"))},
            **GIT,
            **INPUTS,
            **{f"INPUT_{key.upper()}": value for key, value in inputs.items()},
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "RUNNER_TEMP": str(temp),
            "GITHUB_EVENT_NAME": name,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_ACTOR": "editor",
        }
        done = subprocess.run(
            [sys.executable, "-P", "-m", "action.check"],
            cwd=self.checkout,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        pairs = [line.partition("=") for line in output.read_text("utf-8").splitlines()]
        outputs = {key: value for key, _, value in pairs}
        return Done(done.returncode, done.stdout + done.stderr, outputs, summary.read_text("utf-8"))


@dataclass(frozen=True)
class Wire:
    """A newsroom's repository, from which a runner checks out."""

    folder: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **GIT},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, **files: str | None) -> str:
        """A commit of these files; `wire__a_txt` is `wire/a.txt`, None deletes."""
        for key, text in files.items():
            path = self.folder / key.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, "utf-8", newline="\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "copy")
        return self.git("rev-parse", "HEAD")

    def checkout(self, folder: Path, *options: str) -> Runner:
        subprocess.run(
            ["git", "clone", "--quiet", *options, self.folder.as_uri(), folder / "checkout"],
            env={**os.environ, **GIT},
            check=True,
        )
        return Runner(folder, folder / "checkout")


@pytest.fixture
def wire(tmp_path: Path) -> Wire:
    """It answers to any commit that is asked for, as GitHub does."""
    (tmp_path / "origin").mkdir()
    repository = Wire(tmp_path / "origin")
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    return repository


@pytest.mark.parametrize(
    ("name", "payload", "base"),
    [
        ("pull_request", pull_request(), BASE),
        ("merge_group", {"merge_group": {"base_sha": BASE}}, BASE),
        ("push", {"before": BASE}, BASE),
        ("push", {"before": ZEROS}, None),
        ("push", {}, None),
        ("schedule", {"before": BASE}, None),
        ("workflow_dispatch", {"pull_request": "no mapping"}, None),
        ("pull_request", {"pull_request": None}, None),
    ],
)
def test_the_base_comes_from_the_event(
    name: str, payload: dict[str, Any], base: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_of(name, payload, tmp_path, monkeypatch)
    assert read_event().base == base


def event_of(name: str, payload: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "event.json").write_text(json.dumps(payload), "utf-8")
    monkeypatch.setenv("GITHUB_EVENT_NAME", name)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(folder / "event.json"))
    monkeypatch.setenv("GITHUB_ACTOR", "editor")


@pytest.mark.parametrize(
    ("head", "actor", "why"),
    [
        ("desk/wire", "editor", None),
        ("stranger/wire", "editor", "a fork's token may only read"),
        (None, "editor", "a fork's token may only read"),
        ("desk/wire", "dependabot[bot]", "Dependabot's token may only read"),
    ],
)
def test_a_read_only_token_is_known(
    head: str | None, actor: str, why: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_of("pull_request", pull_request(head=head), tmp_path, monkeypatch)
    monkeypatch.setenv("GITHUB_ACTOR", actor)
    assert read_event().why_read_only == why


def test_it_refuses_pull_request_target(wire: Wire, tmp_path: Path) -> None:
    wire.commit(a_txt=DEFECT)
    done = wire.checkout(tmp_path).check("pull_request_target", pull_request())
    assert done.code == 2
    assert done.log.startswith("::error title=copylint::copylint does not run on 'pull_request_target'")
    assert "Use 'on: pull_request'" in done.log
    assert done.outputs == {}


def test_an_event_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event_of("push", {}, tmp_path, monkeypatch)
    (tmp_path / "event.json").write_text("{", "utf-8")
    with pytest.raises(ActionError, match="the event can't be read"):
        read_event()


@pytest.mark.parametrize("depth", [(), ("--depth=1",)], ids=["whole", "shallow"])
def test_a_pull_request_shows_what_it_wrote(depth: Sequence[str], wire: Wire, tmp_path: Path) -> None:
    wire.commit(old_txt=DEFECT)
    base = wire.commit(old_txt=DEFECT + "\nA second paragraph.\n")
    wire.git("switch", "--quiet", "--create", "change")
    wire.commit(new_txt=DEFECT)
    done = wire.checkout(tmp_path, *depth).check("pull_request", pull_request(base))
    assert done.code == 0, done.log
    assert done.outputs["exit-code"] == "1"
    assert "file=new.txt" in done.log
    assert "file=old.txt" not in done.log


def test_a_shallow_checkout_is_deepened_to_where_a_branch_left(wire: Wire, tmp_path: Path) -> None:
    wire.commit(old_txt=DEFECT)
    wire.git("switch", "--quiet", "--create", "change")
    for number in range(60):
        wire.commit(new_txt=f"{CLEAN}\nParagraph {number}.\n")
    wire.git("switch", "--quiet", "main")
    base = wire.commit(other_txt=CLEAN)
    wire.git("switch", "--quiet", "change")
    done = wire.checkout(tmp_path, "--depth=1").check("pull_request", pull_request(base))
    assert (done.code, done.outputs.get("exit-code")) == (0, "0"), done.log


def test_a_base_that_is_nowhere_is_never_no_changes(wire: Wire, tmp_path: Path) -> None:
    wire.commit(a_txt=CLEAN)
    done = wire.checkout(tmp_path, "--depth=1").check("push", {"before": BASE})
    assert (done.code, done.outputs["exit-code"]) == (0, "2")
    assert BASE in done.log


@pytest.mark.parametrize(("since", "notices"), [("", 1), ("everything", 0)])
def test_a_new_branch_is_checked_whole(since: str, notices: int, wire: Wire, tmp_path: Path) -> None:
    wire.commit(a_txt=DEFECT)
    done = wire.checkout(tmp_path).check("push", {"before": ZEROS}, since=since)
    assert done.outputs["exit-code"] == "1"
    assert done.log.count("::notice title=copylint::everything is checked") == notices


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("no_copy", "yes", "the input 'no-copy' is true or false, not 'yes'"),
        ("trust", "main", "the input 'trust' is one of head, base, not 'main'"),
        ("since", "--output=x", "the input 'since' is a commit or a branch"),
    ],
)
def test_a_wrong_input_is_told(name: str, value: str, words: str, wire: Wire, tmp_path: Path) -> None:
    wire.commit(a_txt=CLEAN)
    done = wire.checkout(tmp_path).check("push", {"before": ZEROS}, **{name: value})
    assert done.code == 2
    assert f"::error title=copylint::{words}" in done.log


def test_inputs_are_no_options(wire: Wire, tmp_path: Path) -> None:
    wire.commit(a_txt=DEFECT)
    runner = wire.checkout(tmp_path)
    done = runner.check("push", {"before": ZEROS}, paths="--fix\n.")
    assert done.outputs["exit-code"] == "2"
    assert (runner.checkout / "a.txt").read_text("utf-8") == DEFECT


@pytest.mark.parametrize(("no_copy", "shown"), [("true", 0), ("false", 1)])
def test_copy_stays_home_unless_it_may_leave(no_copy: str, shown: int, wire: Wire, tmp_path: Path) -> None:
    wire.commit(a_txt=DEFECT)
    done = wire.checkout(tmp_path).check("push", {"before": ZEROS}, no_copy=no_copy)
    assert done.log.count("file=a.txt") == 1
    assert done.log.count("Write 'July'") == shown


def test_a_module_in_the_checkout_is_not_imported(wire: Wire, tmp_path: Path) -> None:
    planted = "import sys; sys.exit('planted')\n"
    wire.commit(a_txt=CLEAN, json_py=planted, regex_py=planted)
    done = wire.checkout(tmp_path).check("push", {"before": ZEROS})
    assert "planted" not in done.log
    assert done.outputs["exit-code"] == "0"


IGNORED: Final = "ignore: [lowercase-month]\n"


@pytest.mark.parametrize(("trust", "code"), [("head", "0"), ("base", "1")])
@pytest.mark.parametrize(
    "files",
    [
        {"_copylint_yaml": IGNORED},
        {"_copylint_yaml": "exclude: [wire/]\n"},
        {"_gitattributes": "wire/* linguist-generated\n"},
    ],
    ids=["ignore", "exclude", "generated"],
)
def test_a_change_cannot_excuse_itself_where_the_base_is_trusted(
    trust: str, code: str, files: dict[str, str], wire: Wire, tmp_path: Path
) -> None:
    base = wire.commit(wire__old_txt=CLEAN, _copylint_yaml="packs: [core]\n")
    wire.git("switch", "--quiet", "--create", "change")
    wire.commit(wire__new_txt=DEFECT, **files)
    runner = wire.checkout(tmp_path)
    done = runner.check("pull_request", pull_request(base), trust=trust)
    assert done.outputs["exit-code"] == code, done.log
    assert subprocess.check_output(["git", "status", "--porcelain"], cwd=runner.checkout) == b""
    assert subprocess.check_output(["git", "worktree", "list"], cwd=runner.checkout).count(b"\n") == 1


@pytest.mark.parametrize(("trust", "code"), [("head", "0"), ("base", "1")])
@pytest.mark.parametrize("packs", ["", "desk/rules,core", "desk/rules/words.yaml,core"])
def test_lists_of_the_newsrooms_rules_are_those_of_the_base(
    packs: str, trust: str, code: str, wire: Wire, tmp_path: Path
) -> None:
    rules = """\
rules:
  - id: house-words
    check: spelling
    list: words.txt
    severity: error
    message: "Write '{fix}'."
    why: The desk's stylebook.
    examples:
      invalid: [They had gotten away.]
      valid: [They had got away.]
"""
    configuration = "" if packs else "packs: [desk/rules]\n"
    base = wire.commit(
        desk__rules__words_yaml=rules, desk__rules__words_txt="gotten -> got\n", _copylint_yaml=configuration
    )
    wire.git("switch", "--quiet", "--create", "change")
    # A story may lie below the rules.
    story = {"desk__rules__wire__new_txt": "They had gotten away, he said.\n"}
    wire.commit(desk__rules__words_txt="gotton -> got\n", **story)
    done = wire.checkout(tmp_path).check("pull_request", pull_request(base), trust=trust, packs=packs)
    assert done.outputs["exit-code"] == code, done.log


def test_links_are_those_of_the_base(wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wire.commit(ours__words_txt="one\n", wire__talks_txt=CLEAN)
    (wire.folder / "kept").symlink_to("ours/words.txt")
    base = wire.commit()
    wire.git("switch", "--quiet", "--create", "change")
    (wire.folder / "kept").unlink()
    (wire.folder / "kept").symlink_to("wire/talks.txt")
    (wire.folder / "ours" / "more").symlink_to("../wire")
    wire.commit(wire__talks_txt=DEFECT, ours__words_txt="two\n")
    monkeypatch.chdir(wire.checkout(tmp_path).checkout)
    tree = trusted_tree(base, tmp_path / "tree", ["ours/words.txt"])
    assert (tree / "kept").readlink() == Path("ours/words.txt")
    assert not (tree / "ours" / "more").exists()
    assert (tree / "ours" / "words.txt").read_text("utf-8") == "one\n"
    assert (tree / "wire" / "talks.txt").read_text("utf-8") == DEFECT


def test_without_a_base_the_commits_own_settings_hold(wire: Wire, tmp_path: Path) -> None:
    wire.commit(wire__new_txt=DEFECT, _copylint_yaml=IGNORED)
    done = wire.checkout(tmp_path).check("push", {"before": ZEROS}, trust="base")
    assert done.outputs["exit-code"] == "0"
    assert "'trust: base' has no base here" in done.log


def test_a_base_that_cannot_be_had_is_an_error(wire: Wire, tmp_path: Path) -> None:
    wire.commit(wire__new_txt=DEFECT)
    done = wire.checkout(tmp_path).check("push", {"before": BASE}, trust="base")
    assert done.code == 2
    assert "fetch-depth: 0" in done.log


def test_a_fork_gets_a_notice_in_place_of_upload_and_comment(wire: Wire, tmp_path: Path) -> None:
    base = wire.commit(old_txt=CLEAN)
    wire.commit(new_txt=DEFECT)
    done = wire.checkout(tmp_path).check(
        "pull_request", pull_request(base, "stranger/wire"), sarif="true", comment="true"
    )
    assert "::notice title=copylint::no SARIF upload and no comment: a fork's token may only read" in done.log
    assert (done.outputs["upload"], done.outputs["comment"]) == ("false", "false")
    assert done.outputs["exit-code"] == "1"


def test_reports_are_handed_over(wire: Wire, tmp_path: Path) -> None:
    base = wire.commit(old_txt=CLEAN)
    wire.commit(new_txt=DEFECT)
    done = wire.checkout(tmp_path).check("pull_request", pull_request(base), sarif="true", comment="true")
    assert (done.outputs["upload"], done.outputs["comment"]) == ("true", "true")
    assert (done.outputs["findings"], done.outputs["pull-request"]) == ("1", "7")
    assert json.loads(Path(done.outputs["sarif-file"]).read_text("utf-8"))["version"] == "2.1.0"
    assert "lowercase-month" in done.summary


@dataclass
class GitHub:
    """A GitHub with some comments, and what was asked of it."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    refuses: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    state = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if length:
                state.written.append(json.loads(self.rfile.read(length))["body"])
            state.asked.append((self.command, self.path))
            assert self.headers["Authorization"] == "Bearer token"
            page = int(self.path.rpartition("&page=")[2] or 1) if self.command == "GET" else 1
            data = state.comments[(page - 1) * 100 : page * 100] if self.command == "GET" else {}
            self.send_response(403 if state.refuses else 200)
            self.end_headers()
            self.wfile.write(json.dumps(data).encode())

        do_GET = do_POST = do_PATCH = answer  # noqa: N815 - as the library names them

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("GITHUB_REPOSITORY", "desk/wire")
    monkeypatch.setenv("GITHUB_TOKEN", "token")
    monkeypatch.setenv("INPUT_FINDINGS", "1")
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


def by(kind: str, number: int, body: str) -> dict[str, Any]:
    return {"id": number, "body": body, "user": {"type": kind}}


LIST: Final = ("GET", "/repos/desk/wire/issues/7/comments?per_page=100&page=1")


def test_the_first_run_comments(github: GitHub) -> None:
    github.comments = [by("User", 1, f"{comment.MARKER} quoted by a person"), by("Bot", 2, f"see {comment.MARKER}")]
    comment.comment("7", "One finding.\n")
    assert github.asked == [LIST, ("POST", "/repos/desk/wire/issues/7/comments")]
    assert github.written == [f"{comment.MARKER}\nOne finding.\n"]


def test_later_runs_write_over_it(github: GitHub) -> None:
    github.comments = [*(by("User", number, "well") for number in range(100)), by("Bot", 400, f"{comment.MARKER}\nold")]
    comment.comment("7", f"{comment.MARKER}\nNothing.\n")
    assert [method for method, _ in github.asked] == ["GET", "GET", "PATCH"]
    assert github.asked[-1][1] == "/repos/desk/wire/issues/comments/400"
    assert github.written == [f"{comment.MARKER}\nNothing.\n"]


def test_a_pull_request_without_findings_is_left_in_peace(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INPUT_FINDINGS", "0")
    comment.comment("7", "Nothing.\n")
    assert github.asked == [LIST]


def test_a_long_report_is_cut_between_lines(github: GitHub) -> None:
    comment.comment("7", "a line of the report\n" * 10_000)
    assert len(github.written[0]) < 65_536
    assert github.written[0].endswith("a line of the report\n\nThe rest is in the run's summary.\n")


def test_a_refused_comment_is_a_warning(
    github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    github.refuses = True
    (tmp_path / "report.md").write_text("One finding.\n", "utf-8")
    monkeypatch.setenv("INPUT_PULL_REQUEST", "7")
    monkeypatch.setenv("INPUT_MARKDOWN_FILE", str(tmp_path / "report.md"))
    assert comment.main() == 0
    assert capsys.readouterr().out.startswith("::warning title=copylint::no comment on the pull request")


def tool(name: str) -> str:
    """Beside this interpreter, or wherever it is installed."""
    found = shutil.which(name, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def passes(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_fits_the_schema_of_actions() -> None:
    passes(tool("check-jsonschema"), "--builtin-schema", "vendor.github-actions", ACTION)


def test_the_action_has_no_known_weakness() -> None:
    passes(tool("zizmor"), "--offline", "--no-progress", ACTION)


def steps() -> Sequence[dict[str, Any]]:
    found: list[dict[str, Any]] = YAML(typ="safe").load(ACTION.read_text("utf-8"))["runs"]["steps"]
    return found


def test_no_script_holds_an_expression() -> None:
    assert [step["name"] for step in steps() if "${{" in step.get("run", "")] == []


def test_every_action_is_pinned_to_a_commit() -> None:
    used = re.findall(r"uses: (.*)", ACTION.read_text("utf-8"))
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", each)] == []


def test_every_input_reaches_the_check() -> None:
    inputs = set(YAML(typ="safe").load(ACTION.read_text("utf-8"))["inputs"]) - {"python-version"}
    (check,) = (step for step in steps() if step.get("id") == "check")
    assert {f"INPUT_{name.upper().replace('-', '_')}" for name in inputs} <= set(check["env"])


_BLOCK: Final = re.compile(r"^```yaml\n# (?P<name>\S+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_SCHEMAS: Final = {
    ".github/workflows/copylint.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


def recipes() -> dict[str, str]:
    return {found["name"]: found["text"] for found in _BLOCK.finditer(PAGE.read_text("utf-8"))}


def test_every_recipe_is_named_and_is_yaml() -> None:
    assert len(recipes()) == PAGE.read_text("utf-8").count("```yaml\n")
    for text in recipes().values():
        assert YAML(typ="safe").load(text)


@pytest.mark.parametrize("name", _SCHEMAS)
def test_a_recipe_fits_its_schema(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(recipes()[name], "utf-8")
    passes(tool("check-jsonschema"), "--builtin-schema", _SCHEMAS[name], path)


def test_the_workflow_recipe_gives_only_inputs_that_there_are() -> None:
    inputs = YAML(typ="safe").load(ACTION.read_text("utf-8"))["inputs"]
    workflow = YAML(typ="safe").load(recipes()[".github/workflows/copylint.yml"])
    given = [step["with"] for step in workflow["jobs"]["copylint"]["steps"] if "copylint/" in step["uses"]]
    assert given
    assert set(given[0]) <= set(inputs)


def test_the_hooks_that_are_shown_exist() -> None:
    (repository,) = YAML(typ="safe").load(recipes()[".pre-commit-config.yaml"])["repos"]
    offered = {hook["id"] for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for hook in repository["hooks"]} <= offered
