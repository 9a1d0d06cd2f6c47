/**
 * What a dump is cut into: blocks, each compressed on its own, and the index that describes them. The format is in
 * {@code docs/format/archive.md}.
 *
 * <p>Before this room stands the dump as plain bytes, after it the ZIP structures around the blocks. Start at
 * {@link br.com.dmbackup.core.archive.block.BlockEncoder}. A block can be read without any other block; one that could
 * not be inflated again to the same SHA-256 is never written.
 */
@NullMarked
package br.com.dmbackup.core.archive.block;

import org.jspecify.annotations.NullMarked;
