/**
 * The software house's registry of stores, as this store speaks to it: where its server is (<i>Atualizar IP</i>). The
 * contract is {@code docs/api/registry.yaml}, its words are in {@link br.com.dmbackup.protocol.registry}.
 *
 * <p>Start at {@link br.com.dmbackup.agent.registry.RegistryClient}. A registry that is away, slow or wrong costs a backup
 * nothing: it is only ever asked when a person asks.
 */
@NullMarked
package br.com.dmbackup.agent.registry;

import org.jspecify.annotations.NullMarked;
