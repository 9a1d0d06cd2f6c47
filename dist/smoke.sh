#!/bin/sh
# Unpacks the distribution in an empty folder and uses it there as a store would, with a nearly empty environment.
# usage: dist/smoke.sh dist/target/dmbackup-<version>.zip
set -eu
zip=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd -P)/$(basename -- "$1")
work=$(mktemp -d "${TMPDIR:-/tmp}/dmbackup-smoke.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
cd "$work"

fail() {
    echo "smoke: $1" >&2
    exit 1
}

unzip -q "$zip"
program=$(echo "$work"/dmbackup-*)
for jar in "$program"/lib/*.jar; do
    name=$(basename "$jar" .jar | sed 's/-[0-9][0-9.]*$//')
    case $name in
    dmbackup-*) ;;
    *) grep -q "^$name " "$program/licences/THIRD-PARTY.txt" || fail "no licence listed for $name" ;;
    esac
done

run() {
    env -i ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} "$program/dmbackup" "$@"
}

run --version
run --help | grep -q 'cópias de segurança' || fail "no Portuguese help"
echo "smoke: the distribution works"
