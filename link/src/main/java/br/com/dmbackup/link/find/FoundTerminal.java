package br.com.dmbackup.link.find;

import br.com.dmbackup.link.tls.Pin;
import java.net.InetSocketAddress;

/**
 * A machine that says it is a terminal. Not proven.
 *
 * @param name what its people call it
 * @param pin that it claims
 * @param address where it listens
 * @param offering whether it offers to be paired
 */
public record FoundTerminal(String name, Pin pin, InetSocketAddress address, boolean offering) {}
