package br.com.dmbackup.core.adopt;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveName;
import java.util.Optional;

/**
 * What came of one archive that was found.
 *
 * @param found its name where it was found
 * @param kept its name among ours; none when it was not taken in
 * @param dumpBytes length of the dump inside
 * @param fault why it was not taken in
 */
public record AdoptedArchive(ArchiveName found, Optional<ArchiveName> kept, long dumpBytes,
        Optional<BackupFault> fault) {}
