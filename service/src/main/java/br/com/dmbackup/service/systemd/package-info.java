/** The service under systemd: its units as text, and the steps that install and remove it. */
@NullMarked
package br.com.dmbackup.service.systemd;

import org.jspecify.annotations.NullMarked;
