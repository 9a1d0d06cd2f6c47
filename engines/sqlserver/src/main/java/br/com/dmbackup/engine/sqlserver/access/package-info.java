/**
 * The server and the one database that the engine is for, and what a failure to get there means. Whoever goes out, comes
 * back or tries things asks through {@link br.com.dmbackup.engine.sqlserver.access.SqlServerAccess}.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.access;

import org.jspecify.annotations.NullMarked;
