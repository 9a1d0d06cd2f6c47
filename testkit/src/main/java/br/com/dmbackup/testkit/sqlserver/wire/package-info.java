/**
 * The bytes of TDS 7.4: packets (MS-TDS 2.2.3), tokens (2.2.7), types (2.2.5) and requests (2.2.6), and nothing of what
 * they mean. Below is the socket; above, the session. Start at {@link br.com.dmbackup.testkit.sqlserver.wire.PacketInput}
 * and {@link br.com.dmbackup.testkit.sqlserver.wire.Tokens}. Numbers are little-endian, except in packet headers and
 * PRELOGIN.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.wire;

import org.jspecify.annotations.NullMarked;
