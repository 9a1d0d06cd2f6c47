/**
 * What the server's error numbers mean to a person. All translation of the vendor's failures into DMBackup's own faults
 * stands here; start at {@link br.com.dmbackup.engine.sqlserver.fault.SqlServerFaults}.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.fault;

import org.jspecify.annotations.NullMarked;
