/**
 * <i>Atualizar IP</i>: tells the software house's registry where this store's server is, for stores that work together
 * with others. Start at {@link br.com.dmbackup.desktop.address.AddressDialog}.
 */
@NullMarked
package br.com.dmbackup.desktop.address;

import org.jspecify.annotations.NullMarked;
