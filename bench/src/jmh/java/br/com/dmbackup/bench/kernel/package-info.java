/**
 * The loops that every byte of a dump goes through, each alone on one thread: how fast, and what garbage a block leaves.
 *
 * <p>Start at {@link br.com.dmbackup.bench.kernel.KernelTable}. JMH, whose licence is the GPL, is never part of what a
 * store gets: this folder is only compiled by {@code make bench-jmh}.
 */
@NullMarked
package br.com.dmbackup.bench.kernel;

import org.jspecify.annotations.NullMarked;
