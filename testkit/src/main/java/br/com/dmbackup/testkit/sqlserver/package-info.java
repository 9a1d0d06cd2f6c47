/**
 * A double of SQL Server: a TDS 7.4 server to which Microsoft's own driver logs in, with databases that are really
 * backed up into files of the tape format and really restored from them. It stands in for the server wherever none can
 * run, and for the misfortunes that nobody can order from a real one. It proves what the product does with a stream of
 * tokens; that a real server sends that stream only a real server can prove.
 *
 * <p>Start at {@link br.com.dmbackup.testkit.sqlserver.SqlServerDouble}. Data flows one way: socket → {@code session}
 * → {@code statement} → {@code query} and {@code media} → {@code state}; {@code wire}, {@code login} and {@code tls}
 * know bytes alone, {@code message} the server's words.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver;

import org.jspecify.annotations.NullMarked;
