/**
 * Single values of the settings as controls: what the settings' own window and the assistant have in common. Start at
 * {@link br.com.dmbackup.desktop.form.FieldRow}.
 */
@NullMarked
package br.com.dmbackup.desktop.form;

import org.jspecify.annotations.NullMarked;
