#!/usr/bin/env bash
# Everything a machine can say about the code without running the suite. All checks run, then it fails if one failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export BILDUNGSNETZ_MODE=test
bin=.venv/bin
failed=()

run() {
  local name=$1
  shift
  if ! "$@" </dev/null; then failed+=("$name"); echo "✘ $name"; else echo "✔ $name"; fi
}

mapfile -t templates < <(find src/bildungsnetz -name '*.html' | sort)
run "format" $bin/ruff format --check --quiet
run "lint" $bin/ruff check --quiet
run "types" $bin/mypy --no-error-summary
run "imports" $bin/lint-imports --no-logo
run "templates: syntax" $bin/djade --check --target-version 5.2 "${templates[@]}"
run "templates: markup" $bin/djlint --lint --quiet src/bildungsnetz
run "migrations" $bin/python -m bildungsnetz makemigrations --check --dry-run
run "translations" $bin/python -m tools.check_translations
run "front end" $bin/python tools/frontend.py --check

if [ ${#failed[@]} -gt 0 ]; then
  printf 'Failed: %s\n' "${failed[@]}"
  exit 1
fi
