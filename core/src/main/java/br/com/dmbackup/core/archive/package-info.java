/**
 * The stage that makes and reads archives: ordinary ZIP files made of independently compressed blocks. The format is in
 * {@code docs/format/archive.md}.
 *
 * <p>A dump comes in as a channel and goes out as one finished, checked file; or an archive comes in and the dump goes
 * out, every block checked. Start at {@link br.com.dmbackup.core.archive.ArchiveWriter} and
 * {@link br.com.dmbackup.core.archive.ArchiveReader}. Memory stays flat whatever the dump's length; a finished archive
 * is never changed. {@code block} holds what a dump is cut into, {@code zip} the structures around it.
 */
@NullMarked
package br.com.dmbackup.core.archive;

import org.jspecify.annotations.NullMarked;
