package br.com.dmbackup.protocol.api;

import java.util.Optional;

/**
 * A terminal that is to become the store's.
 *
 * @param code as the terminal shows it
 * @param address {@code host:port}; none to look for the terminal that shows a code
 */
public record PairingAsked(String code, Optional<String> address) {
    /** Who knows it may take the terminal. */
    @Override
    public String toString() {
        return "PairingAsked[" + address.orElse("") + "]";
    }
}
