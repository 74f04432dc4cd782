#!/bin/sh
# The namespace, how long closed runs stay readable (a year: what an auditor asks back to), and the search attributes of
# libs/temporal/search-attributes.ts. Where it has run before, it adds what is missing.
# TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE are read by the temporal command itself.
set -eu

# The server learns of a new namespace some ten seconds after it was made, and refuses to hear of it before (seen on 1.32.0).
patiently() {
  left=30
  until answer=$("$@" 2>&1); do
    left=$((left - 1))
    if [ "$left" -eq 0 ]; then
      printf '%s\n' "$answer" >&2
      return 1
    fi
    sleep 2
  done
  printf '%s\n' "$answer"
}

temporal operator namespace describe >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 8760h
patiently temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention 8760h

known=$(patiently temporal operator search-attribute list)
add() {
  if ! printf '%s\n' "$known" | grep -qw "$1"; then
    patiently temporal operator search-attribute create --name "$1" --type "$2"
  fi
}
add Agreement Keyword
add CycleYear Int
add Stage Keyword
add Agency Keyword
add Exception Keyword
