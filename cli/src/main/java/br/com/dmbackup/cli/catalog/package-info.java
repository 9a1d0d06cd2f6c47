/** The commands about the catalog. Start at {@link br.com.dmbackup.cli.catalog.RebuildCommand}. */
@NullMarked
package br.com.dmbackup.cli.catalog;

import org.jspecify.annotations.NullMarked;
