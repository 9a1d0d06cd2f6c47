/**
 * A technician's commands for SQL Server: {@code sqlserver check} tries step by step what backups need,
 * {@code sqlserver grants} writes the script of the rights that they need. The engine knows how; here it is told.
 */
@NullMarked
package br.com.dmbackup.cli.sqlserver;

import org.jspecify.annotations.NullMarked;
