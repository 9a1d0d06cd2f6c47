/** Journeys between a server and its backup terminal, over a wire that misbehaves as ordered. */
@NullMarked
package br.com.dmbackup.journeys.terminal;

import org.jspecify.annotations.NullMarked;
