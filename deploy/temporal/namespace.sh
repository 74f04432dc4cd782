#!/bin/sh
# The namespace, how long closed runs stay readable (a year: what an auditor asks back to), and the search attributes of
# libs/temporal/search-attributes.ts. Where it has run before, it adds what is missing.
# TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE are read by the temporal command itself.
set -eu

temporal operator namespace describe >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 8760h
temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention 8760h

known=$(temporal operator search-attribute list)
add() {
  if ! printf '%s\n' "$known" | grep -qw "$1"; then
    temporal operator search-attribute create --name "$1" --type "$2"
  fi
}
add Agreement Keyword
add CycleYear Int
add Stage Keyword
add Agency Keyword
add Exception Keyword
