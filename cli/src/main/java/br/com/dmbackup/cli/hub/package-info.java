/** The store's commands about its software house's hub. Start at {@link br.com.dmbackup.cli.hub.HubCommand}. */
@NullMarked
package br.com.dmbackup.cli.hub;

import org.jspecify.annotations.NullMarked;
