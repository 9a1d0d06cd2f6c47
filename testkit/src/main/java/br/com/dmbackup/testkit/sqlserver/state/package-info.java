/**
 * What the double has and knows: an {@linkplain br.com.dmbackup.testkit.sqlserver.state.Instance instance} with
 * databases, logins, a history and a disk. Statements read and change it; it knows nothing of them, nor of bytes on a
 * wire. A test sets it up and looks into it directly. Everything here may be used by several threads.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.state;

import org.jspecify.annotations.NullMarked;
