"""Draws the README's picture: what copylint prints of a story with planted defects, as an SVG.

`make picture` runs it, with rich (it draws terminals, and is needed for nothing else).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

FOLDER: Final = Path(__file__).parent
STYLES: Final = (
    (r"^error\[.*?\]", "bold red"),
    (r"^warning\[.*?\]", "bold yellow"),
    (r"[\^]+", "bold red"),
    (r"= help: .*", "cyan"),
)
FONT: Final = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def main() -> None:
    command = [sys.executable, "-m", "copylint", "check", "--isolated", "--no-cache", "talks.txt"]
    shown = subprocess.run(command, cwd=FOLDER / "picture", capture_output=True, encoding="utf-8", check=False).stdout
    console = Console(record=True, width=96, file=sys.stderr)
    for line in ("$ copylint check talks.txt", *shown.splitlines()):
        text = Text(line)
        for pattern, style in STYLES:
            text.highlight_regex(pattern, style)
        console.print(text, overflow="ellipsis", no_wrap=True)
    drawn = console.export_svg(title="copylint", unique_id="copylint")
    # The fonts would be fetched from elsewhere; every machine has one for terminals.
    (FOLDER / "picture.svg").write_text(FONT.sub("", drawn), "utf-8")


if __name__ == "__main__":
    main()
