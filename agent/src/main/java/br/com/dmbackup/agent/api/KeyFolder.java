package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.settings.FileOwner;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/**
 * The folder with the agent's address and tokens, kept so that exactly those can read them who may. A folder that is
 * its owner's alone (0700) has no tills but its owner; one that is also its group's and hands its group on (2750, made by
 * {@code service install}) lets that group be a till. Each file has its permissions before it has content.
 */
final class KeyFolder {
    private static final String BESIDE = ".novo";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> GROUP_TOO = PosixFilePermissions.fromString("rw-r-----");
    private static final int FORBIDDEN = 0027;
    private static final int OF_GROUP = 0050;
    private static final int HANDS_GROUP_ON = 02000;
    private static final int WRITABLE_BY_OTHERS = 0022;

    private final AgentFiles files;
    private final boolean posix;

    KeyFolder(AgentFiles files) {
        this.files = files;
        this.posix = Files.getFileAttributeView(files.home().root(), PosixFileAttributeView.class) != null;
    }

    /**
     * Makes the folder where there is none, clears what a dead agent left, and looks whether it may hold keys.
     *
     * @throws BackupFault {@code AGENT_FILES_OPEN}, {@code HOME_NOT_WRITABLE}
     */
    void prepare() {
        Path folder = files.folder();
        makeIfMissing();
        try {
            requireNoLink();
            clear();
            if (posix) {
                requireClosed(files.home().stateFolder(), WRITABLE_BY_OTHERS);
                requireClosed(folder, FORBIDDEN);
                requireOwn(folder);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Makes the folder, its owner's alone, where there is none. */
    void makeIfMissing() {
        try {
            Files.createDirectories(files.home().stateFolder());
            if (Files.notExists(files.folder(), LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(files.folder(), owners("rwx------"));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes everything down, the address last: who finds it finds the tokens that belong to it. */
    void write(ApiKeys keys, AgentAddress address) {
        try {
            write(files.adminToken(), keys.of(AgentRole.ADMIN), false);
            write(files.tillToken(), keys.of(AgentRole.TILL), true);
            write(files.address(), RecordText.text(address) + "\n", true);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Puts a file there for the eyes of the account alone that the agent runs under, whose folder it is.
     *
     * @throws BackupFault {@code AGENT_FILES_OPEN}, {@code HOME_NOT_WRITABLE}
     */
    void writeForAgent(Path file, String text) {
        requireNoLink();
        try {
            write(file, text, false);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Takes address and tokens away, and what was half written; the address first. */
    void clear() {
        try {
            Files.deleteIfExists(files.address());
            Files.deleteIfExists(files.adminToken());
            Files.deleteIfExists(files.tillToken());
            try (DirectoryStream<Path> left = Files.newDirectoryStream(files.folder(), "*" + BESIDE)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write(Path file, String text, boolean forTills) throws IOException {
        Path beside = Files.createTempFile(files.folder(), file.getFileName() + ".", BESIDE, owners("rw-------"));
        try {
            if (posix) {
                Files.getFileAttributeView(beside, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setPermissions(forTills && sharedWithGroup() ? GROUP_TOO : OWNER);
            } else if (!forTills) {
                WindowsAccess.adminsAlone(files.folder(), beside);
            }
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS)) {
                ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            if (posix) {
                FileOwner.set(beside, FileOwner.of(files.folder()));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void requireNoLink() {
        for (Path folder : List.of(files.home().stateFolder(), files.folder())) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw BackupFault.of(FaultCode.AGENT_FILES_OPEN, folder, "link");
            }
        }
    }

    private boolean sharedWithGroup() throws IOException {
        return (mode(files.folder()) & (OF_GROUP | HANDS_GROUP_ON)) == (OF_GROUP | HANDS_GROUP_ON);
    }

    private static void requireClosed(Path folder, int forbidden) throws IOException {
        int mode = mode(folder);
        // Readable by the group alone says nothing of which group a new file will have.
        boolean anyGroup = forbidden == FORBIDDEN && (mode & OF_GROUP) != 0 && (mode & HANDS_GROUP_ON) == 0;
        if ((mode & forbidden) != 0 || anyGroup) {
            throw BackupFault.of(FaultCode.AGENT_FILES_OPEN, folder, String.format("%04o", mode & 07777));
        }
    }

    private static void requireOwn(Path folder) throws IOException {
        Path ours = Files.createTempFile(folder, "owner.", BESIDE, owner("rw-------"));
        try {
            UserPrincipal owner = Files.getOwner(folder);
            if (!owner.equals(Files.getOwner(ours))) {
                throw BackupFault.of(FaultCode.AGENT_FILES_OPEN, folder, owner.getName());
            }
        } finally {
            Files.deleteIfExists(ours);
        }
    }

    private static int mode(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    private FileAttribute<?>[] owners(String permissions) {
        return posix ? new FileAttribute<?>[]{owner(permissions)} : new FileAttribute<?>[0];
    }

    private static FileAttribute<?> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private BackupFault unwritable(IOException e) {
        return BackupFault.of(FaultCode.HOME_NOT_WRITABLE, files.folder(), FileWords.of(e)).causedBy(e);
    }
}
