/**
 * What the benchmarks measure on: the made-up pharmacy in a throw-away PostgreSQL, before and after an hour's sales,
 * each as a page file and as {@code pg_dump}'s file.
 *
 * <p>Start at {@link br.com.dmbackup.bench.data.BenchData}. The same size gives the same rows.
 */
@NullMarked
package br.com.dmbackup.bench.data;

import org.jspecify.annotations.NullMarked;
