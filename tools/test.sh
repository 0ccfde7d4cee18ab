#!/usr/bin/env bash
# Runs the whole suite: SQLite, the suites over all routes, browser and PostgreSQL side by side, one worker each, one summary. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

if tools/postgres.sh url >/dev/null 2>&1; then started=no; else started=yes; fi
end() { if [ "$started" = yes ]; then tools/postgres.sh stop; fi; }
trap end EXIT
BILDUNGSNETZ_TEST_POSTGRES=$(tools/postgres.sh start)
export BILDUNGSNETZ_TEST_POSTGRES

.venv/bin/pytest --dist=each -p no:cacheprovider "$@" \
  --tx popen//env:BILDUNGSNETZ_TEST_PART=sqlite \
  --tx popen//env:BILDUNGSNETZ_TEST_PART=security \
  --tx popen//env:BILDUNGSNETZ_TEST_PART=browser \
  --tx popen//env:BILDUNGSNETZ_TEST_PART=postgresql </dev/null
