/**
 * TLS as TDS 7.4 does it: the handshake travels inside PRELOGIN packets (MS-TDS 2.2.6.5, 3.2.5.2), what follows does
 * not. Start at {@link br.com.dmbackup.testkit.sqlserver.tls.TlsLayer}. The certificate is made anew in every JVM and
 * signed by itself, as that of a server that nobody has configured.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.tls;

import org.jspecify.annotations.NullMarked;
