/**
 * "Fechar": closes the sign near the clock, after a password, so that nobody does it by mistake. It never ends the agent,
 * and keeps nobody out who means to.
 */
@NullMarked
package br.com.dmbackup.desktop.close;

import org.jspecify.annotations.NullMarked;
