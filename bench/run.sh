#!/bin/sh
# Builds the program and the store, measures, and writes docs/performance.md and its chart. See bench/README.md.
#
#   BENCH_DIR     where gigabytes may be written and the disk is measured (default: bench/target/work)
#   BENCH_BYTES   about how large the page file becomes (default: 1620000000)
#   BENCH_ROUNDS  rounds with a warm page cache, BENCH_COLD_ROUNDS with a dropped one (default: 5 each)
#   BENCH_WITHOUT peers to leave out, joined by commas (zip, pigz, 7z, 7z-1, zstd, cp)
#   BENCH_RESULTS the raw rounds (default: docs/bench/performance.json)
#   BENCH_PREPARE when set, only builds the program and the data
#   BENCH_KEEP    when set, the data stay for the next time
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=${BENCH_DIR:-$root/bench/target/work}
bytes=${BENCH_BYTES:-1620000000}
results=${BENCH_RESULTS:-$root/docs/bench/performance.json}
MVN=${MVN:-mvn -B}

cd "$root"
for tool in python3 zip unzip pigz 7z zstd cmp; do
    command -v $tool >/dev/null || missing="${missing:-} $tool"
done
if [ -n "${missing:-}" ]; then
    echo "bench: missing:$missing. On Debian: apt-get install python3 zip unzip pigz p7zip-full zstd diffutils" >&2
    exit 2
fi
$MVN -q -Dfast -DskipTests package -pl dist,bench -am
mkdir -p "$work"
rm -rf "$work"/dmbackup-*
unzip -q dist/target/dmbackup-*.zip -d "$work"

. bench/java.sh
data=$work/data
if [ "$(cat "$data/bytes" 2>/dev/null)" != "$bytes" ]; then
    rm -rf "$data"
    bench_java br.com.dmbackup.bench.data.BenchData "$data" "$bytes"
    echo "$bytes" >"$data/bytes"
fi
[ -z "${BENCH_PREPARE:-}" ] || exit 0
rm -rf "$work/rounds"
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=bench python3 -m harness run --pages "$data/hour0.pages" --dump "$data/hour0.dump" \
    --program "$(echo "$work"/dmbackup-*/dmbackup)" --work "$work/rounds" --results "$results" \
    --rounds "${BENCH_ROUNDS:-5}" --cold-rounds "${BENCH_COLD_ROUNDS:-5}" --without "${BENCH_WITHOUT:-}"
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=bench python3 -m harness report --results "$results" --page docs/performance.md \
    --chart docs/performance.svg
rm -rf "$work/rounds" "$work"/dmbackup-*
[ -n "${BENCH_KEEP:-}" ] || rm -rf "$data"
