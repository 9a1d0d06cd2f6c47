package br.com.dmbackup.core.rebuild;

import br.com.dmbackup.core.backup.BackupFault;
import java.util.Optional;

/**
 * What was found at one place.
 *
 * @param place {@code local} or the destination's name
 * @param backups own archives
 * @param foreign archives of other programs
 * @param damaged archives that cannot be read
 * @param fault why the place could not be looked at; what was remembered of it stays
 */
public record RebuiltPlace(String place, int backups, int foreign, int damaged, Optional<BackupFault> fault) {}
