/**
 * What size of block, which way of cutting and which effort of deflate suit a store: measured on its data before and
 * after an hour's sales. The answers stand in {@code docs/adr/0012-block-size-and-encoder.md}.
 *
 * <p>Start at {@link br.com.dmbackup.bench.encoder.MeasureEncoders}.
 */
@NullMarked
package br.com.dmbackup.bench.encoder;

import org.jspecify.annotations.NullMarked;
