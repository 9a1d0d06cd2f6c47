package br.com.dmbackup.protocol.hub;

import java.time.Instant;
import java.util.List;

/**
 * What the software house knows of a store, and how it wants it to be set.
 *
 * @param cnpj whose it is: a document of another store is refused, whoever signed it
 * @param issuedAt when it was signed
 * @param name the store's trade name
 * @param integration the group whose stores work together; empty for none
 * @param template settings for values that nobody at the store has set
 */
public record ClientDocument(String cnpj, Instant issuedAt, String name, String integration,
        List<TemplateValue> template, AlertPolicy alerts) {
    public ClientDocument {
        template = List.copyOf(template);
    }
}
