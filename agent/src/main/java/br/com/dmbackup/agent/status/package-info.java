/** How the agent stands, for many eyes: written by the one thread that works, read by any number of watchers, without either waiting for the other. */
@NullMarked
package br.com.dmbackup.agent.status;

import org.jspecify.annotations.NullMarked;
