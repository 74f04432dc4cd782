#!/bin/sh
# Secrets by file, for processes that read variables: for every X_FILE that names a file in the secrets folder, X gets the
# content of that file; then the command runs in this process's place.
#   API_PASSWORD_FILE=/run/secrets/api_password with-secrets.sh node main.js      # sees API_PASSWORD
# Exit 78 (configuration) when a file is missing or empty, or when X is set as well. No secret is ever printed.
set -eu

secrets=${SECRETS_FOLDER:-/run/secrets}

for name in $(env | sed -n "s|^\([A-Za-z_][A-Za-z0-9_]*\)_FILE=$secrets/.*|\1|p"); do
  eval "file=\${${name}_FILE}"
  eval "already=\${$name+set}"
  if [ -n "$already" ]; then
    echo "with-secrets: $name and ${name}_FILE are both set: keep the file, drop the variable" >&2
    exit 78
  fi
  if [ ! -r "$file" ] || [ ! -s "$file" ]; then
    echo "with-secrets: ${name}_FILE names $file, which is missing, empty or not readable for uid $(id -u)" >&2
    exit 78
  fi
  value=$(cat "$file")
  export "$name=$value"
  unset "${name}_FILE"
done

exec "$@"
