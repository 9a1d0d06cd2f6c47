package br.com.dmbackup.agent.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;

/**
 * Who may read a file on Windows. Not tried on Windows yet. Groups have other names in each of its languages, so it goes
 * by what they may do: the installation lets tills read the folder, and administrators change it.
 */
final class WindowsAccess {
    private WindowsAccess() {}

    /** Leaves a file to those who may change the folder it is in. */
    static void adminsAlone(Path folder, Path file) throws IOException {
        AclFileAttributeView ofFolder = Files.getFileAttributeView(folder, AclFileAttributeView.class);
        AclFileAttributeView ofFile = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (ofFolder != null && ofFile != null) {
            List<AclEntry> admins = ofFolder.getAcl().stream().filter(entry -> entry.type() == AclEntryType.ALLOW)
                    .filter(entry -> entry.permissions().contains(AclEntryPermission.WRITE_DATA))
                    .map(entry -> AclEntry.newBuilder(entry).setFlags().build()).toList();
            ofFile.setAcl(admins);
        }
    }
}
