/** The agent as a command: the product's own process on the server. */
@NullMarked
package br.com.dmbackup.cli.agent;

import org.jspecify.annotations.NullMarked;
