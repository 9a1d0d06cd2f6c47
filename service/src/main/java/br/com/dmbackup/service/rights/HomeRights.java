package br.com.dmbackup.service.rights;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights of a home's files, on systems with Unix rights.
 *
 * <p>Of a service's home: its account owns everything, the settings included; its group may pass through to
 * {@code state/agent}, where the till's token is, and reach nothing else; others reach nothing. Of a person's own home:
 * others reach nothing, secrets are for their owner alone.
 *
 * @param expected each path with what it may be open to at most
 * @param owner who owns everything; none where nobody in particular is expected
 */
public record HomeRights(Home home, Map<Path, FileRights> expected, Optional<Account> owner) {
    private static final int LOOKED_DEEP = 2;
    private static final int MOST_TOLD = 20;

    /** Of a home that is served by a service. */
    public static HomeRights ofService(Home home, Account account) {
        Map<Path, FileRights> table = new LinkedHashMap<>();
        table.put(home.root(), new FileRights(account.name(), account.group(), 0750));
        table.put(home.settingsFile(), new FileRights(account.name(), account.group(), 0600));
        table.put(home.backupFolder(), new FileRights(account.name(), account.group(), 0700));
        table.put(home.stateFolder(), new FileRights(account.name(), account.group(), 0710));
        // New files in it belong to the group whatever the agent's own group is.
        table.put(home.stateFolder().resolve("agent"), new FileRights(account.name(), account.group(), 02750));
        table.put(home.stateFolder().resolve("launcher"), new FileRights(account.name(), account.group(), 0700));
        table.put(home.logFolder(), new FileRights(account.name(), account.group(), 0700));
        table.put(home.stagingFolder(), new FileRights(account.name(), account.group(), 0700));
        secrets(home, account.name(), account.group(), table);
        return new HomeRights(home, table, Optional.of(account));
    }

    /** Of a home that its owner's own processes serve. */
    public static HomeRights ofPerson(Home home) {
        Map<Path, FileRights> table = new LinkedHashMap<>();
        table.put(home.root(), new FileRights("", "", 0750));
        table.put(home.settingsFile(), new FileRights("", "", 0640));
        secrets(home, "", "", table);
        return new HomeRights(home, table, Optional.empty());
    }

    /** As the home itself says whether a service was installed for it. */
    public static HomeRights of(Home home) {
        return ServiceMark.of(home).map(mark -> ofService(home, new Account(mark.account(), mark.group())))
                .orElseGet(() -> ofPerson(home));
    }

    private static void secrets(Home home, String owner, String group, Map<Path, FileRights> table) {
        table.put(home.stateFolder().resolve("machine.key"), new FileRights(owner, group, 0600));
        table.put(home.stateFolder().resolve("agent").resolve("admin.token"),
                new FileRights(owner, group, 0600));
    }

    /** What makes it so: folders that are missing are made, files only if they are there. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        owner.ifPresent(account -> {
            steps.add(new Step.GiveAll(home.backupFolder(), account.name(), account.group()));
            steps.add(new Step.GiveAll(home.stateFolder(), account.name(), account.group()));
        });
        expected.forEach((path, rights) -> steps.add(isFolder(path)
                ? new Step.Folder(path, rights)
                : new Step.Rights(path, rights)));
        return steps;
    }

    /** Everything that is more open than it should be, or belongs to somebody else, as notices; none where all is well. */
    public List<Notice> problems() {
        List<Notice> problems = new ArrayList<>();
        expected.forEach((path, rights) -> tooOpen(path, rights, problems));
        if (owner.isPresent()) {
            strangers(owner.get().name(), problems);
        }
        return problems.size() > MOST_TOLD ? List.copyOf(problems.subList(0, MOST_TOLD)) : List.copyOf(problems);
    }

    private boolean isFolder(Path path) {
        return !path.equals(home.settingsFile()) && !path.endsWith("machine.key") && !path.endsWith("admin.token");
    }

    private static void tooOpen(Path path, FileRights rights, List<Notice> problems) {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || !posix(path)) {
                return;
            }
            int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
            if ((mode & 0777 & ~rights.mode()) != 0) {
                problems.add(Notice.of(NoticeCode.RIGHTS_TOO_OPEN, path, String.format("%04o", mode),
                        rights.octal()));
            }
        } catch (IOException hidden) {
            problems.add(Notice.of(NoticeCode.RIGHTS_UNSEEN, path));
        }
    }

    /** A command that was run as another account leaves files that the service cannot write. */
    private void strangers(String account, List<Notice> problems) {
        for (Path folder : List.of(home.settingsFile(), home.stateFolder(), home.backupFolder())) {
            try (Stream<Path> found = Files.exists(folder) ? Files.walk(folder, LOOKED_DEEP) : Stream.empty()) {
                found.filter(path -> !path.equals(ServiceMark.file(home)))
                        .forEach(path -> stranger(path, account, problems));
            } catch (IOException | java.io.UncheckedIOException hidden) {
                problems.add(Notice.of(NoticeCode.RIGHTS_UNSEEN, folder));
            }
        }
    }

    private static void stranger(Path path, String account, List<Notice> problems) {
        try {
            if (posix(path)) {
                String found = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
                if (!found.equals(account)) {
                    problems.add(Notice.of(NoticeCode.RIGHTS_OF_ANOTHER, path, found, account));
                }
            }
        } catch (IOException gone) {
            // Files come and go while the agent works.
            return;
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
