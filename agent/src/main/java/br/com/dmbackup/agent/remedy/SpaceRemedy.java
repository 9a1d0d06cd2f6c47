package br.com.dmbackup.agent.remedy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.RemedyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets go what can be made again: the newest dump as it is (its archive stays), and what dead runs left in the staging
 * folder. Archives are never touched.
 *
 * @param idle whether nothing is under way, so that what stands in the staging folder is nobody's
 */
public record SpaceRemedy(Home home, boolean idle) implements AgentRemedy {
    private static final String DUMP = ".bak";

    @Override
    public RemedyReport look(Messages words) {
        List<Path> files = files();
        return files.isEmpty()
                ? new RemedyReport(false, words.text("remedy.space.none"), List.of())
                : new RemedyReport(true, words.text("remedy.space.will", bytes(files)),
                        files.stream().map(file -> words.text("remedy.space.file", home.root().relativize(file),
                                file.toFile().length())).toList());
    }

    @Override
    public RemedyReport apply(Messages words) {
        List<Path> files = files();
        long before = usable();
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException refused) {
                throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file, FileWords.of(refused)).causedBy(refused);
            }
        }
        long gained = Math.max(0, usable() - before);
        return files.isEmpty() || files.stream().anyMatch(Files::exists)
                ? new RemedyReport(false, words.text("remedy.space.none"), List.of())
                : new RemedyReport(true, words.text("remedy.space.done", gained, usable()), List.of());
    }

    private List<Path> files() {
        try {
            return Stream.concat(
                    in(home.backupFolder())
                            .filter(file -> file.toString().endsWith(DUMP) && Files.isRegularFile(archiveOf(file))),
                    in(home.stagingFolder()).filter(file -> idle)).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, home.backupFolder(), FileWords.of(unreadable))
                    .causedBy(unreadable);
        }
    }

    /** A dump whose archive is gone is the only copy there is. */
    private static Path archiveOf(Path dump) {
        String name = dump.getFileName().toString();
        return dump.resolveSibling(name.substring(0, name.length() - DUMP.length()) + ".zip");
    }

    private static Stream<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }

    private static long bytes(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private long usable() {
        return home.root().toFile().getUsableSpace();
    }
}
