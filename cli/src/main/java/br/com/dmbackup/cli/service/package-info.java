/** {@code service install}, {@code uninstall} and {@code status}: DMBackup as a service of this machine. */
@NullMarked
package br.com.dmbackup.cli.service;

import org.jspecify.annotations.NullMarked;
