/**
 * The service under Windows, by Apache Commons Daemon's procrun: command lines as text. Nothing here has been run on
 * Windows yet.
 */
@NullMarked
package br.com.dmbackup.service.windows;

import org.jspecify.annotations.NullMarked;
