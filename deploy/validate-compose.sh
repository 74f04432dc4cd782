#!/bin/sh
# Holds docker-compose.yml without a container engine: compose's own parser must load it (structure, references, types),
# must refuse it while a setting that has no sane default is missing, and what it loads must be as deploy/compose-facts.mjs
# wants it. Needs Go, which builds the parser into a temporary folder (12 s, or at once where Go has it cached).
set -eu
cd "$(dirname "$0")/.."

parser_module=github.com/compose-spec/compose-go/v2/cmd@v2.16.2
workshop=$(mktemp -d)
trap 'rm -rf "$workshop"' EXIT

GOBIN="$workshop" go install "$parser_module"
parser="$workshop/cmd"

# The parser's own command never passes its environment to the loader, so required variables are always missing to it.
if "$parser" docker-compose.yml >"$workshop/refused" 2>&1; then
  echo 'docker-compose.yml loads without OIDC_ISSUER, PUBLIC_API_URL and TEMPORAL_UI_URL: they must be required'
  exit 1
fi
for required in OIDC_ISSUER PUBLIC_API_URL TEMPORAL_UI_URL; do
  grep -q "required variable $required is missing" "$workshop/refused" || {
    echo "docker-compose.yml is refused, but not for want of $required:"
    cat "$workshop/refused"
    exit 1
  }
done

sed 's|\${[A-Z_]*:?[^}]*}|https://example.invalid|' docker-compose.yml >"$workshop/docker-compose.yml"
"$parser" -format json "$workshop/docker-compose.yml" >"$workshop/model.json" || exit 1
node deploy/compose-facts.mjs <"$workshop/model.json"
