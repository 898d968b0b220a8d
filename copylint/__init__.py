"""A linter for wire-service copy."""

__version__ = "0.1.0"
