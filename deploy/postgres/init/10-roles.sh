#!/bin/sh
# Run by the postgres image when its volume is empty, on the local socket. Everything is in roles.sql.
set -eu
psql --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres --file /opt/kerjasama/postgres/roles.sql
