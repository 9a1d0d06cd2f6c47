/** The commands that only tell: {@code list} and {@code status}. */
@NullMarked
package br.com.dmbackup.cli.report;

import org.jspecify.annotations.NullMarked;
