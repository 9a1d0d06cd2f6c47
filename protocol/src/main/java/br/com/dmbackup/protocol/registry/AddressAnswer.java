package br.com.dmbackup.protocol.registry;

import java.util.Optional;

/**
 * What the registry says of a store's address.
 *
 * @param registered none where nothing was ever reported
 * @param seen the public address from which this very question came
 */
public record AddressAnswer(Optional<RegisteredAddress> registered, String seen) {}
