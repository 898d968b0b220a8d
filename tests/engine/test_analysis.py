"""What is worked out of shipped rules when the wheel is built: the same as in a run, or not used."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import copylint
from copylint.checks import kind
from copylint.checks.model import Definition
from copylint.engine import analysis
from copylint.engine.analysis import FILE, Analysis, analysed, data_of, shipped_analysis
from copylint.engine.compiled import CompiledRule
from copylint.ruleset import files
from copylint.ruleset.load import load
from copylint.ruleset.model import Rule

DATA = """\
import sys
from pathlib import Path
from copylint.engine.analysis import data_of
from copylint.engine.compiled import CompiledRule
from copylint.ruleset.load import load

(pack,) = load(["afp"], Path())
sys.stdout.buffer.write(data_of((rule, CompiledRule(rule).analysis) for rule in pack.rules))
"""


def fresh(rule: Rule) -> Analysis:
    return analysed(kind(rule.check).compile(Definition(rule.options, rule.text, rule.fix)))


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return tuple(rule for pack in load(files.shipped_packs(), Path()) for rule in pack.rules)


@pytest.fixture(scope="module")
def data(rules: tuple[Rule, ...]) -> bytes:
    return data_of((rule, fresh(rule)) for rule in rules)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> Iterator[Path]:
    """The file as the wheel brings it."""
    (tmp_path / FILE).write_bytes(data)
    monkeypatch.setattr(files, "shipped_folder", lambda: tmp_path)
    analysis._shipped.cache_clear()  # noqa: SLF001 - it is read once in a run
    yield tmp_path / FILE
    analysis._shipped.cache_clear()  # noqa: SLF001 - as above


def test_a_checkout_has_none(rules: tuple[Rule, ...]) -> None:
    assert shipped_analysis(rules[0]) is None
    assert CompiledRule(rules[0]).analysis == fresh(rules[0])


@pytest.mark.usefixtures("installed")
def test_every_shipped_rule_is_analysed_alike(rules: tuple[Rule, ...]) -> None:
    for rule in rules:
        assert shipped_analysis(rule) == fresh(rule), rule.id


@pytest.mark.usefixtures("installed")
def test_a_known_rule_is_not_compiled_to_know_what_it_needs(
    rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copylint.engine.compiled.kind", lambda name: pytest.fail(f"{name} is compiled"))
    assert [CompiledRule(rule).level for rule in rules]


@pytest.mark.parametrize(
    "changed",
    [
        lambda rule: replace(rule, options={**rule.options, "words": ["foo"]}),
        lambda rule: replace(rule, text="source"),
        lambda rule: replace(rule, check="swap"),
    ],
)
@pytest.mark.usefixtures("installed")
def test_a_changed_rule_is_unknown(rules: tuple[Rule, ...], changed: Callable[[Rule], Rule]) -> None:
    rule = next(rule for rule in rules if rule.check == "pattern" and rule.text == "story")
    assert shipped_analysis(rule) is not None
    assert shipped_analysis(changed(rule)) is None


@pytest.mark.usefixtures("installed")
def test_what_a_newsroom_says_of_its_severity_and_exceptions_changes_nothing(rules: tuple[Rule, ...]) -> None:
    rule = replace(rules[0], severity="info", exceptions=("Foo",), path="elsewhere.yaml", line=7, examples=())
    assert shipped_analysis(rule) == fresh(rules[0])


@pytest.mark.parametrize("kept", [0, 15, 16, 17, 1000])
def test_a_damaged_one_is_not_used(installed: Path, rules: tuple[Rule, ...], kept: int) -> None:
    installed.write_bytes(installed.read_bytes()[:kept])
    assert CompiledRule(rules[0]).analysis == fresh(rules[0])


@pytest.mark.usefixtures("installed")
def test_that_of_another_version_is_not_used(rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copylint, "__version__", "0.0.0")
    assert shipped_analysis(rules[0]) is None


def test_the_same_rules_always_make_the_same_bytes() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", DATA], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    )
    assert len(first) > 1000
    assert first == second
