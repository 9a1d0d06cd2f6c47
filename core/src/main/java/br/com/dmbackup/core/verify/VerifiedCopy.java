package br.com.dmbackup.core.verify;

import br.com.dmbackup.core.archive.Damage;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What came of verifying one copy.
 *
 * @param description which copy, for a person to read
 * @param place the place's name; empty for a file
 * @param manifest the backup's own words, where it has some
 * @param archiveBytes length of the archive; 0 when it could not be opened
 * @param damages everything that is not right
 * @param fault why it could not be read to the end
 */
public record VerifiedCopy(String description, String place, Optional<Manifest> manifest, long archiveBytes,
        List<Damage> damages, Optional<BackupFault> fault) {

    public boolean sound() {
        return damages.isEmpty() && fault.isEmpty();
    }
}
