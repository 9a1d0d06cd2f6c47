/**
 * Reads SQL Server's uncompressed backups ({@code .bak}) without a server: what is inside, and whether it is whole.
 *
 * <p>Such a file is written in the Microsoft Tape Format, with blocks and streams of the server's own inside. Start at
 * {@link br.com.dmbackup.engine.sqlserver.mtf.MtfReader}, which walks once from the first byte to the last and gives
 * {@link br.com.dmbackup.engine.sqlserver.mtf.MtfContents}; {@link br.com.dmbackup.engine.sqlserver.mtf.MtfInspector}
 * tells a person of it. Sections named "…" are those of the <i>Microsoft Tape Format Specification, Version 1.00a,
 * document rev. 1.8</i>; what the server adds is not published and was learned from genuine files:
 * {@code docs/format/mtf.md} says what is known how.
 *
 * <p>Invariant: only proven damage is called damage (a checksum that does not hold, a file that ends too early, two
 * records of one set that contradict each other). What is merely unknown is a
 * {@link br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt}, for a false alarm every hour would make a store deaf.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.mtf;

import org.jspecify.annotations.NullMarked;
