/**
 * What the server says: numbers, severities and texts in the server's languages. Programs must go by the number; the
 * texts are here so that a test can show that they do. Start at
 * {@link br.com.dmbackup.testkit.sqlserver.message.ServerMessage}.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.message;

import org.jspecify.annotations.NullMarked;
