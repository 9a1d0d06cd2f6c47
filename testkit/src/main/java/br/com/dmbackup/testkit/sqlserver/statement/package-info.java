/**
 * The statements that the product sends, and no others. {@link br.com.dmbackup.testkit.sqlserver.statement.StatementTable}
 * lists them all; whatever is not in it is refused by name, so that a test notices when the product's words drift. A
 * statement reads and changes the instance's state, and answers through
 * {@link br.com.dmbackup.testkit.sqlserver.statement.Answer} without knowing packets. Tests make trouble in the midst of
 * statements by {@link br.com.dmbackup.testkit.sqlserver.statement.Troubles}.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.statement;

import org.jspecify.annotations.NullMarked;
