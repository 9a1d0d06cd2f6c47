/**
 * Speaks to the agent of this machine over its local API, for the command line, the tray and whatever else a person
 * looks at.
 *
 * <p>Before it stands a program that a person uses, after it the agent's socket. Start at
 * {@link br.com.dmbackup.client.LocalAgent}: it finds the agent of a home folder, lets it prove that it is the one, and
 * only then shows its token. The package sees {@code protocol} alone and brings no library: reading JSON and HTTP by
 * those of the JDK and of others costs three to ten times what all the rest of {@code ensure-running} may cost.
 */
@NullMarked
package br.com.dmbackup.client;

import org.jspecify.annotations.NullMarked;
