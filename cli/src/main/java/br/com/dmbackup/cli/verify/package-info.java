/** The command that reads archives again: {@code verify}. */
@NullMarked
package br.com.dmbackup.cli.verify;

import org.jspecify.annotations.NullMarked;
