"""Runs a command and prints its exit code, and the CPU seconds and the peak memory in bytes that it took.

    python -IS measured.py OUTPUT_FILE COMMAND...

CPU seconds are those of the command's process and of all that it waited for, user and system; peak memory is that of
the largest of these. This is a process of its own, and imports next to nothing, because the kernel counts for a new
process also the memory of the one that it was started from.
"""

import os
import sys

_BYTES = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


def main() -> None:
    output, *command = sys.argv[1:]
    redirected = [
        (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=redirected)
    _, status, usage = os.wait4(process, 0)
    print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES)


main()
