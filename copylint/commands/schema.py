"""`copylint schema`: prints the JSON Schema of rule files or of the configuration."""

from __future__ import annotations

import argparse
import json

from copylint.config import keys
from copylint.ruleset import json_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("of", choices=("rule", "config"), help="what the schema is of: a rule file or '.copylint.yaml'")


def run(arguments: argparse.Namespace) -> int:
    """Always 0."""
    of_rules = arguments.of == "rule"
    schema = json_schema.of_rule_files() if of_rules else json_schema.of_configuration(keys.OPTIONS)
    print(json.dumps(schema, indent=2, ensure_ascii=False))
    return 0
