/** The commands that bring a database back: {@code restore}, and {@code drill} to prove that it would. */
@NullMarked
package br.com.dmbackup.cli.restore;

import org.jspecify.annotations.NullMarked;
