package br.com.dmbackup.protocol.api;

import java.util.Optional;

/**
 * A terminal that is the store's now.
 *
 * @param destination its name in the settings
 * @param terminal as it calls itself
 * @param recoveryKey to be written down on paper, shown this once; none where there was one before
 */
public record PairingReport(String destination, String terminal, String address, Optional<String> recoveryKey) {
    /** The key opens all secrets. */
    @Override
    public String toString() {
        return "PairingReport[" + destination + "]";
    }
}
