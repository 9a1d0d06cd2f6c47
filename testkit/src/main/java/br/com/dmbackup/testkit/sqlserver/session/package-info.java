/**
 * One client from its first byte to its last: {@link br.com.dmbackup.testkit.sqlserver.session.Handshake} lets it in,
 * {@link br.com.dmbackup.testkit.sqlserver.session.Inbox} hears it even while a statement runs,
 * {@link br.com.dmbackup.testkit.sqlserver.session.TokenAnswer} puts answers into tokens. This is the only place where
 * wire and statements meet.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.session;

import org.jspecify.annotations.NullMarked;
