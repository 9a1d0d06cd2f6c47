package br.com.dmbackup.protocol.hub;

/**
 * The store's own credential, said once. Whoever enrols again makes the one before worthless.
 *
 * @param cnpj which store the code was made for, 14 characters
 * @param credential a bearer token; it speaks for this store alone and can be revoked
 * @param hubKey the hub's Ed25519 public key, X.509 in Base64: what the hub decides for the store is signed by it from now on
 */
public record Enrolled(String cnpj, String credential, String hubKey, SignedDocument client) {
    @Override
    public String toString() {
        return "Enrolled[" + cnpj + "]";
    }
}
