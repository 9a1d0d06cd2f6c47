/**
 * A network that misbehaves as ordered: a proxy between any two programs that speak TCP, on the loopback.
 *
 * <p>Start at {@link br.com.dmbackup.testkit.network.TcpFaultProxy}. It knows nothing of what it carries. Each of its two
 * directions is a {@link br.com.dmbackup.testkit.network.Wire} that can be made slow, far away, deaf or short while
 * bytes are on it.
 */
@NullMarked
package br.com.dmbackup.testkit.network;

import org.jspecify.annotations.NullMarked;
