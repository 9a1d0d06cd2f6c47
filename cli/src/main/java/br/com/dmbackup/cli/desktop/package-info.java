/**
 * {@code desktop}: the tray and the windows of this machine's user. What they show and do stands in the module of that
 * name; here is only how they are started.
 */
@NullMarked
package br.com.dmbackup.cli.desktop;

import org.jspecify.annotations.NullMarked;
