/**
 * Between a database and a {@code .bak}: contents become pages and pages contents, and a file is read as the server
 * reads it when it verifies or restores. Files are written by {@link br.com.dmbackup.testkit.mtf.MtfWriter}. The reader
 * here is the double's own and shares nothing with the product's, so that neither proves itself.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.media;

import org.jspecify.annotations.NullMarked;
