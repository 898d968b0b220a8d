"""`copylint schema`."""

from __future__ import annotations

import argparse
import json

import pytest

from copylint.commands import schema


@pytest.mark.parametrize(("of", "title"), [("rule", "copylint rule file"), ("config", "copylint configuration")])
def test_prints_json(of: str, title: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    schema.add_arguments(parser)
    assert schema.run(parser.parse_args([of])) == 0
    assert json.loads(capsys.readouterr().out)["title"] == title
