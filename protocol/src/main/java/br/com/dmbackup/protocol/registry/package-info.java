/**
 * What a store and its software house's registry say to each other, as records: the shapes of the JSON of
 * {@code docs/api/registry.yaml}. Start at {@link br.com.dmbackup.protocol.registry.RegistryPath}.
 *
 * <p>A store speaks for itself alone, by a credential of its own that the registry can take back. Fields are only ever
 * added within a version, and readers ignore those that they do not know.
 */
@NullMarked
package br.com.dmbackup.protocol.registry;

import org.jspecify.annotations.NullMarked;
