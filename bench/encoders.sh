#!/bin/sh
# Measures ways of cutting, block sizes and encoders on the bench's store; prints the table of ADR 0012. About 20 minutes.
# Takes BENCH_DIR and BENCH_BYTES as run.sh does.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=${BENCH_DIR:-$root/bench/target/work}/encoders
cd "$root"
BENCH_DIR=$work BENCH_HOURS=1 BENCH_WITHOUT=restic,borg,pgbackrest BENCH_PREPARE=1 bench/run.sh
. bench/java.sh
bench_java br.com.dmbackup.bench.encoder.MeasureEncoders "$work/history" "${ENCODER_KIB:-64,128,256,512}" \
    "${ENCODER_LEVELS:-0,5,6}" 256
