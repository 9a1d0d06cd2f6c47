/** The commands about messages to people. Start at {@link br.com.dmbackup.cli.notify.NotifyTestCommand}. */
@NullMarked
package br.com.dmbackup.cli.notify;

import org.jspecify.annotations.NullMarked;
