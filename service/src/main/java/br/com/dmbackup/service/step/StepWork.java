package br.com.dmbackup.service.step;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.core.program.ProgramAnswer;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Does steps. */
public final class StepWork {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Set<PosixFilePermission> TAKEN = Set.of(PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.GROUP_WRITE);

    private StepWork() {}

    /**
     * Does them in order.
     *
     * @throws BackupFault {@code SERVICE_STEP_FAILED} at the first that cannot be done
     */
    public static void all(List<? extends Step> steps) {
        steps.forEach(StepWork::one);
    }

    /** Does one. */
    public static void one(Step step) {
        try {
            switch (step) {
                case Step.Folder folder -> {
                    Files.createDirectories(folder.path());
                    set(folder.path(), folder.rights());
                }
                case Step.TextFile file -> write(file);
                case Step.Copy copy -> copy(copy);
                case Step.CopyFile copy -> copyFile(copy.from(), copy.to());
                case Step.Rights rights -> {
                    if (Files.exists(rights.path(), LinkOption.NOFOLLOW_LINKS)) {
                        set(rights.path(), rights.rights());
                    }
                }
                case Step.GiveAll all -> giveAll(all);
                case Step.Command command -> run(command);
                case Step.Remove remove -> Files.deleteIfExists(remove.path());
            }
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.SERVICE_STEP_FAILED, step.shown().lines().findFirst().orElse(""),
                    FileWords.of(failed)).causedBy(failed);
        }
    }

    private static void run(Step.Command command) {
        ProgramAnswer answer = Program.of(command.line()).ask(LONGEST);
        if (!answer.succeeded() && !command.alsoFine().contains(answer.exitCode())) {
            String words = answer.errors().isEmpty() ? "exit " + answer.exitCode() : answer.errors().getLast();
            throw BackupFault.of(FaultCode.SERVICE_STEP_FAILED, command.shown(), words)
                    .withForeignCode("exit " + answer.exitCode());
        }
    }

    private static void write(Step.TextFile file) throws IOException {
        Path beside = file.path().resolveSibling("." + file.path().getFileName() + ".new");
        Files.deleteIfExists(beside);
        // Not over something that the service's own account may have put there.
        Files.writeString(beside, file.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        set(beside, file.rights());
        Durable.file(beside);
        Files.move(beside, file.path(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Durable.folder(file.path().resolveSibling(""));
    }

    private static void copy(Step.Copy copy) throws IOException {
        Path beside = copy.to().resolveSibling("." + copy.to().getFileName() + ".new");
        Path old = copy.to().resolveSibling("." + copy.to().getFileName() + ".old");
        deleteAll(beside);
        deleteAll(old);
        Files.createDirectories(beside);
        for (Path from : copy.from()) {
            copyTree(from, beside.resolve(from.getFileName()));
        }
        if (Files.exists(copy.to())) {
            Files.move(copy.to(), old);
        }
        Durable.tree(beside);
        Files.move(beside, copy.to());
        Durable.folder(copy.to().resolveSibling(""));
        // On Windows a version that still runs cannot be deleted: the next installation does it.
        try {
            deleteAll(old);
        } catch (IOException inUse) {
            return;
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copied = to.resolve(from.relativize(path).toString());
                Files.copy(path, copied);
                boolean program = Files.isDirectory(path) || Files.isExecutable(path);
                set(copied, FileRights.ofSystem(program ? 0755 : 0644));
            }
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
            Path beside = to.resolveSibling("." + to.getFileName() + ".new");
            Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
            Durable.file(beside);
            Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
            Durable.folder(to.resolveSibling(""));
        }
        set(to, FileRights.ofSystem(Files.isExecutable(from) ? 0755 : 0644));
    }

    private static void deleteAll(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void giveAll(Step.GiveAll all) throws IOException {
        if (!Files.exists(all.folder(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        SafeTree.walk(all.folder(), (view, found) -> {
            own(view, all.folder(), all.owner(), all.group());
            Set<PosixFilePermission> kept = new HashSet<>(found.permissions());
            if (kept.removeAll(TAKEN)) {
                view.setPermissions(kept);
            }
        });
    }

    private static void set(Path path, FileRights rights) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        own(view, path, rights.owner(), rights.group());
        // After the owner: changing that takes the set-group bit away.
        Files.setAttribute(path, "unix:mode", rights.mode(), LinkOption.NOFOLLOW_LINKS);
    }

    private static void own(PosixFileAttributeView view, Path path, String owner, String group) throws IOException {
        UserPrincipalLookupService accounts = path.getFileSystem().getUserPrincipalLookupService();
        if (!owner.isEmpty() && !view.getOwner().getName().equals(owner)) {
            view.setOwner(accounts.lookupPrincipalByName(owner));
        }
        if (!group.isEmpty() && !view.readAttributes().group().getName().equals(group)) {
            view.setGroup(accounts.lookupPrincipalByGroupName(group));
        }
    }
}
