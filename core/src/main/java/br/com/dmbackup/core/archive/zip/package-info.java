/**
 * The ZIP structures around an archive's bytes (PKWARE's APPNOTE 6.3.10): local headers, the directory, ZIP64. Knows
 * nothing of blocks.
 *
 * <p>Before this room stands the file as bytes at offsets, after it the archive. Start at
 * {@link br.com.dmbackup.core.archive.zip.ZipDirectory} for reading and
 * {@link br.com.dmbackup.core.archive.zip.ZipEntry} for writing. Everything read is distrusted: no allocation is larger
 * than the bytes that are really there.
 */
@NullMarked
package br.com.dmbackup.core.archive.zip;

import org.jspecify.annotations.NullMarked;
