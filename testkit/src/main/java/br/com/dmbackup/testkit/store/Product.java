package br.com.dmbackup.testkit.store;

/** @param list the list of the health agency on which a controlled medicine stands; empty for the others */
record Product(int id, String ean, String name, int priceCents, String list) {
    boolean controlled() {
        return !list.isEmpty();
    }
}
