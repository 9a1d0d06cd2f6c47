/** The software house's registry, as a strict double over real TLS. Start at {@link br.com.dmbackup.testkit.registry.RegistryDouble}. */
@NullMarked
package br.com.dmbackup.testkit.registry;

import org.jspecify.annotations.NullMarked;
