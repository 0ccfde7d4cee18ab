"""The command line: `bildungsnetz start`, `bildungsnetz demo`, `bildungsnetz backup` and all commands of Django."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bildungsnetz.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
