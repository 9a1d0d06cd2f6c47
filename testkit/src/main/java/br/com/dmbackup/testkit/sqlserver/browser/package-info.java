/**
 * The SQL Server Browser (MC-SQLR): which TCP port a named instance has. The driver asks on UDP 1434 and nowhere else.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.browser;

import org.jspecify.annotations.NullMarked;
