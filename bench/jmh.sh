#!/bin/sh
# Measures the loops that every byte goes through, one by one; writes the table into docs/performance.md.
# Three minutes.
set -eu
cd "$(dirname -- "$0")/.."
MVN=${MVN:-mvn -B}
$MVN -q -Dfast -DskipTests -Pjmh package -pl bench -am
. bench/java.sh
bench_classpath='bench/target/jmh/classes:bench/target/jmh/lib/*'
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=bench
export PYTHONDONTWRITEBYTECODE PYTHONPATH
bench_java br.com.dmbackup.bench.kernel.KernelTable 2>/dev/null |
    python3 -m harness.kernels docs/performance.md
