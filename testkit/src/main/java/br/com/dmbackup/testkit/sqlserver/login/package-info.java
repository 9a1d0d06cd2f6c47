/**
 * From the first byte to a session: PRELOGIN (MS-TDS 2.2.6.5) agrees on encryption, LOGIN7 (2.2.6.4) says who comes and
 * where to. Before it lies the bare socket, after it the session. What is agreed here is carried out by the TLS room.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.login;

import org.jspecify.annotations.NullMarked;
