#!/bin/sh
# Measures the loops that every byte goes through, one by one; prints the table of docs/performance.md. Two minutes.
# KERNELS says which, as a pattern of names.
set -eu
cd "$(dirname -- "$0")/.."
MVN=${MVN:-mvn -B}
$MVN -q -Dfast -DskipTests -Pjmh package -pl bench -am
. bench/java.sh
bench_classpath='bench/target/jmh/classes:bench/target/jmh/lib/*'
bench_java br.com.dmbackup.bench.kernel.KernelTable ${KERNELS:+"$KERNELS"}
