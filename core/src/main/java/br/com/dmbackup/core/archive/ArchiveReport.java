package br.com.dmbackup.core.archive;

import java.util.List;

/**
 * What a check found.
 *
 * @param depth how deep it went; a foreign ZIP has only {@link CheckDepth#FULL}
 * @param checkedBytes bytes of the archive that were read
 * @param blocks how many blocks were looked at; 0 for a foreign ZIP
 * @param damages everything that is not right, in the order of the file; empty means sound
 */
public record ArchiveReport(CheckDepth depth, long checkedBytes, int blocks, List<Damage> damages) {
    public boolean sound() {
        return damages.isEmpty();
    }
}
