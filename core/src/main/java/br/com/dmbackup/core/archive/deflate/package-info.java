/**
 * Deflate (RFC 1951) in plain Java: from one block's plain bytes to raw deflate ended by a full flush. Costs half of
 * what zlib's level 6 does for about the same length, and needs no native library.
 *
 * <p>Before this room stands a block's plain bytes, after it their encoding, which the block's own proof inflates again
 * with zlib. Start at {@link br.com.dmbackup.core.archive.deflate.Deflate}. Nothing here is shared between threads.
 */
@NullMarked
package br.com.dmbackup.core.archive.deflate;

import org.jspecify.annotations.NullMarked;
