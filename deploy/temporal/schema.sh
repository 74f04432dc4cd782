#!/bin/sh
# Temporal's two schemas, made or brought to this version. Where it has run before, it changes nothing.
# Connection: SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD, as temporal-sql-tool reads them.
set -eu

for pair in temporal:temporal temporal_visibility:visibility; do
  export SQL_DATABASE="${pair%%:*}"
  temporal-sql-tool setup-schema --version 0.0
  temporal-sql-tool update-schema --schema-name "postgresql/v12/${pair##*:}"
done
