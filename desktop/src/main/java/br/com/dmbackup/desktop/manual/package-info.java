/**
 * "Backup Manual": a copy of the newest backup that a person takes along, on a pen drive or in any folder. The agent makes
 * the backup and hands out its archive; it is written here, as the person's own user, for the agent takes no paths. Start at
 * {@link br.com.dmbackup.desktop.manual.ManualSheet}.
 */
@NullMarked
package br.com.dmbackup.desktop.manual;

import org.jspecify.annotations.NullMarked;
