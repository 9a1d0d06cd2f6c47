package br.com.dmbackup.protocol.registry;

import br.com.dmbackup.protocol.Cnpj;

/** Where the registry answers, below the address that the settings name. */
public final class RegistryPath {
    private static final String STORES = "/registry/v1/stores/";

    private RegistryPath() {}

    /** {@code GET}: what is registered, an {@link AddressAnswer}; {@code PUT} with an {@link AddressReport}: the same. */
    public static String address(Cnpj store) {
        return STORES + store.value() + "/address";
    }
}
