#!/bin/sh
# Builds the distribution twice from copies of this checkout's sources, in folders of different names, and compares
# the zips and every jar in them byte for byte.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/dmbackup-reproducible.XXXXXX")
trap 'rm -rf -- "$work"' EXIT

for round in one another; do
    mkdir "$work/$round"
    (cd "$here" && tar cf - --exclude=.git --exclude=target .) | (cd "$work/$round" && tar xf -)
    (cd "$work/$round" && ${MVN:-mvn} -B -q -Dfast -DskipTests package -pl dist -am)
    (cd "$work/$round" && find . -path '*/target/*' \( -name 'dmbackup-*.jar' -o -name 'dmbackup-*.zip' \) |
        LC_ALL=C sort | xargs sha256sum) >"$work/$round.sums"
done
[ -s "$work/one.sums" ]
if ! diff "$work/one.sums" "$work/another.sums"; then
    echo "NOT reproducible: the files above differ between two clean builds" >&2
    exit 1
fi
cat "$work/one.sums"
echo "Reproducible: two clean builds gave the same bytes."
