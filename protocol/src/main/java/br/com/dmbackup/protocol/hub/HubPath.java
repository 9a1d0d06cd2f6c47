package br.com.dmbackup.protocol.hub;

import br.com.dmbackup.protocol.Cnpj;

/** Where the hub answers stores, below the address that their settings name. */
public final class HubPath {
    /** {@code POST} an {@link EnrolmentAsked}: an {@link Enrolled}. Without a credential. */
    public static final String ENROLMENTS = "/hub/v1/enrolments";
    private static final String STORES = "/hub/v1/stores/";

    private HubPath() {}

    /** {@code GET}: the store's {@link SignedDocument} of a {@link ClientDocument}. */
    public static String client(Cnpj store) {
        return STORES + store.value() + "/client";
    }

    /** {@code GET}: a {@link VersionAnswer}. */
    public static String version(Cnpj store) {
        return STORES + store.value() + "/version";
    }

    /** {@code POST} a {@link ReportBatch}: a {@link ReportsTaken}. */
    public static String reports(Cnpj store) {
        return STORES + store.value() + "/reports";
    }
}
