#!/bin/sh
# terminal.sh PROGRAM FOLDER OPTIONS…: bench/wire on the hours in BENCH_HISTORY, which are made first where there are none.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
program=$(CDPATH='' cd -- "$1" && pwd -P)
folder=$root/$2
shift 2
history=${BENCH_HISTORY:-$root/bench/target/work/history}
if [ ! -f "$history/made" ]; then
    BENCH_PREPARE=1 BENCH_KEEP=1 BENCH_HOURS="${BENCH_HOURS:-3}" \
        BENCH_WITHOUT=original,zip,pigz,7z,zstd,cp,restic,borg,pgbackrest "$root/bench/run.sh"
fi
cd "$root/bench"
PYTHONDONTWRITEBYTECODE=1 exec python3 -m wire --program "$program" --folder "$folder" --history "$history" "$@"
