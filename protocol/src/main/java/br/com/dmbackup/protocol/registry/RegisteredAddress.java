package br.com.dmbackup.protocol.registry;

import java.time.Instant;
import java.util.List;

/**
 * Where the registry takes a store's server to be.
 *
 * @param publicAddress from where the report came
 * @param since when it was reported
 */
public record RegisteredAddress(List<String> lan, String host, String publicAddress, Instant since) {}
