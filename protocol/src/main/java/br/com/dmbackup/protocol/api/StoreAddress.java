package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where this store's server is, and where the registry of the software house takes it to be.
 *
 * @param integrated whether the settings say that this store is one of several that work together; if not, all else is
 *        empty
 * @param now as this machine sees itself, with the public address if the registry told
 * @param registered none where nothing is registered, or the registry could not be asked
 * @param fault why the registry could not be asked
 */
public record StoreAddress(boolean integrated, Optional<Place> now, Optional<Place> registered,
        Optional<ApiFault> fault) {
    /**
     * @param lan addresses in the store's network, the likeliest first
     * @param host as the machine calls itself; may be empty
     * @param publicAddress as the internet sees it; none where nobody told
     * @param since when it was registered; none for how it is now
     */
    public record Place(List<String> lan, String host, Optional<String> publicAddress, Optional<Instant> since) {}
}
