package br.com.dmbackup.protocol.registry;

import java.util.List;

/**
 * Where a store's server is, as it sees itself.
 *
 * @param lan its addresses in the store's network, the likeliest first
 * @param host as the machine calls itself; may be empty
 * @param programVersion version of DMBackup
 */
public record AddressReport(List<String> lan, String host, String programVersion) {
    public AddressReport {
        lan = List.copyOf(lan);
    }
}
