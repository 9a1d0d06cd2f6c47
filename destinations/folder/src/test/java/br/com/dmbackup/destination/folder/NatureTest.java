package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NatureTest {
    @ParameterizedTest
    @ValueSource(strings = {"vfat", "msdos", "FAT", "FAT32", "fat12", "fuse.fusefat"})
    void fatNeitherReplacesAtomicallyNorTakesFourGigabytes(String type) {
        assertThat(Nature.ofType(type)).isEqualTo(new Nature(false, 4L * 1024 * 1024 * 1024 - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exfat", "exFAT", "fuseblk"})
    void exfatTakesAnyLengthButDoesNotReplaceAtomically(String type) {
        assertThat(Nature.ofType(type)).isEqualTo(new Nature(false, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "NTFS", "ReFS", "cifs", "smb3", "nfs4", "overlay"})
    void othersReplaceAtomically(String type) {
        assertThat(Nature.ofType(type).replacesAtomically()).isTrue();
    }
}
