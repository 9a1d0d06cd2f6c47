/**
 * Writes backups as SQL Server writes them without compression: the Microsoft Tape Format with the server's own blocks,
 * in the layout that genuine files have. For whoever needs a {@code .bak} where there is no server: the tests of the
 * reader, and the server's double.
 *
 * <p>Start at {@link br.com.dmbackup.testkit.mtf.MtfWriter}; {@link br.com.dmbackup.testkit.mtf.MtfPage} makes the data
 * pages. It shares no code with the reader, and the reader is also proven on genuine files, so that one mistake cannot
 * be made twice. Its odd tools ({@link br.com.dmbackup.testkit.mtf.MtfBlock}, {@link br.com.dmbackup.testkit.mtf.MtfStream})
 * write what no server has written.
 */
@NullMarked
package br.com.dmbackup.testkit.mtf;

import org.jspecify.annotations.NullMarked;
