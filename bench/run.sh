#!/bin/sh
# Builds the program and the store's day, measures, and writes docs/performance.md and its chart. See bench/README.md.
#
#   BENCH_DIR     where gigabytes may be written and the disk is measured (default: bench/target/work)
#   BENCH_BYTES   about how large the page file becomes (default: 1620000000)
#   BENCH_HOURS   which hour is measured: the ones before it are the history (default: 13)
#   BENCH_ROUNDS  rounds with a warm page cache, BENCH_DROPPED_ROUNDS with a dropped one, BENCH_NO_SHA_ROUNDS without
#                 the processor's SHA instructions, BENCH_DUMP_ROUNDS of a dump instead of pages, BENCH_VERIFY_ROUNDS of
#                 whole histories (default: 5, 5, 5, 3, 3)
#   BENCH_WITHOUT peers to leave out, joined by commas (original, zip, pigz, 7z, zstd, cp, restic, borg, pgbackrest)
#   BENCH_RESULTS the raw rounds (default: docs/bench/performance.json)
#   BENCH_PREPARE when set, only builds the program and the history
#   BENCH_KEEP    when set, the history stays for the next time
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=${BENCH_DIR:-$root/bench/target/work}
bytes=${BENCH_BYTES:-1620000000}
hours=${BENCH_HOURS:-13}
without=${BENCH_WITHOUT:-}
results=${BENCH_RESULTS:-$root/docs/bench/performance.json}
MVN=${MVN:-mvn -B}
export PYTHONDONTWRITEBYTECODE=1

# tool TOOLS…: all of them there, or what to install
tools() {
    for tool in "$@"; do
        case ",$without," in *,"$tool",*) continue ;; esac
        command -v "$tool" >/dev/null || missing="${missing:-} $tool"
    done
    [ -z "${missing:-}" ] && return
    echo "bench: missing:$missing. On Debian: apt-get install python3 zip unzip pigz p7zip-full zstd restic" \
        "borgbackup pgbackrest diffutils; or leave them out with BENCH_WITHOUT" >&2
    exit 2
}

cd "$root"
tools python3 zip unzip pigz 7z zstd restic borg pgbackrest cmp
$MVN -q -Dfast -DskipTests package -pl dist,bench -am
mkdir -p "$work"
work=$(CDPATH='' cd -- "$work" && pwd -P)
rm -rf "$work"/dmbackup-*
unzip -q dist/target/dmbackup-*.zip -d "$work"
program=$(echo "$work"/dmbackup-*)

. bench/java.sh
export PYTHONPATH="$root/bench"
history=$work/history
if [ "$(cat "$history/made" 2>/dev/null)" != "$bytes $hours" ]; then
    rm -rf "$history"
    bench_java br.com.dmbackup.bench.data.BenchData "$history" "$bytes" "$hours" \
        python3 -m harness.take "$history" "$hours" "$without"
    echo "$bytes $hours" >"$history/made"
fi
[ -z "${BENCH_PREPARE:-}" ] || exit 0
rm -rf "$work/rounds"
home=$(bench_home)
command_options=$(sed -n 's,^exec .*/bin/java" \(.*\) -Xshare.*,\1,p' "$program/dmbackup")
python3 -m harness run --history "$history" --work "$work/rounds" --results "$results" \
    --program "$program/dmbackup" --java "$home/bin/java" --classpath "$bench_classpath" \
    --jvm-options "$program/jvm.options" --command-options="$command_options" --without "$without" --rounds "${BENCH_ROUNDS:-5}" \
    --dropped-rounds "${BENCH_DROPPED_ROUNDS:-5}" --no-sha-rounds "${BENCH_NO_SHA_ROUNDS:-5}" \
    --dump-rounds "${BENCH_DUMP_ROUNDS:-3}" --verify-rounds "${BENCH_VERIFY_ROUNDS:-3}"
python3 -m harness report --results "$results" --page docs/performance.md --chart docs/performance.svg
rm -rf "$work/rounds" "$program"
[ -n "${BENCH_KEEP:-}" ] || rm -rf "$history"
