package br.com.dmbackup.core.backup;

/**
 * The store that a backup belongs to.
 *
 * @param cnpj 14 characters, without punctuation
 * @param name the store's trade name
 */
public record StoreIdentity(String cnpj, String name) {}
