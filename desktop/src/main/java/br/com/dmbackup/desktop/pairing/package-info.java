/**
 * Becoming acquainted with a backup terminal: its code is typed here, the agent does the rest. Opened from the settings
 * and offered as a remedy. Start at {@link br.com.dmbackup.desktop.pairing.PairingDialog}.
 */
@NullMarked
package br.com.dmbackup.desktop.pairing;

import org.jspecify.annotations.NullMarked;
