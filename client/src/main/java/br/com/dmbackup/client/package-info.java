/** Speaks to the agent of this machine, for whoever may know {@code protocol} alone: the command line and the window near the clock. */
@NullMarked
package br.com.dmbackup.client;

import org.jspecify.annotations.NullMarked;
