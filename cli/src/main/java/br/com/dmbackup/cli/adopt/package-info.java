/**
 * The command that takes in what another program left. Start at {@link br.com.dmbackup.cli.adopt.AdoptCommand}.
 */
@NullMarked
package br.com.dmbackup.cli.adopt;

import org.jspecify.annotations.NullMarked;
