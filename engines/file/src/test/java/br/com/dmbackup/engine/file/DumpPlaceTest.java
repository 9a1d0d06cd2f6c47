package br.com.dmbackup.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.onefile.Scratch;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpPlaceTest {
    private static final Instant NINE = Instant.parse("2026-01-01T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theNewestByItsTimeIsTakenWhateverItsName() throws IOException {
        leave("z.fbk", NINE);
        leave("a.fbk", NINE.plusSeconds(3600));
        leave("m.fbk", NINE.plusSeconds(60));
        leave("nova.txt", NINE.plusSeconds(9999));
        assertThat(newest("*.fbk")).isEqualTo("a.fbk");
    }

    @Test
    void ofTheSameTimeTheLastByNameIsTaken() throws IOException {
        leave("dados-0900.bak", NINE);
        leave("dados-1000.bak", NINE);
        leave("dados-0930.bak", NINE);
        assertThat(newest("dados-????.bak")).isEqualTo("dados-1000.bak");
    }

    @Test
    void foldersAndOurOwnFilesAreNoDumps() throws IOException {
        leave("a.bak", NINE);
        Files.createDirectory(folder.resolve("b.bak"));
        Files.writeString(Scratch.beside(folder.resolve("a.bak")), "meio");
        assertThat(newest("*")).isEqualTo("a.bak");
    }

    @Test
    void aLinkLeadsToItsFile() throws IOException {
        leave("real.fbk", NINE);
        Files.createSymbolicLink(folder.resolve("atual.bak"), folder.resolve("real.fbk"));
        assertThat(new DumpPlace(folder, "*.bak", true).newest().modifiedAt()).isEqualTo(NINE);
    }

    @Test
    void bracketsAndBracesAreLettersOfANameAsOnWindows() throws IOException {
        leave("[loja]{1}a.bak", NINE);
        leave("l.bak", NINE.plusSeconds(60));
        assertThat(newest("[loja]{1}*.bak")).isEqualTo("[loja]{1}a.bak");
    }

    @Test
    void whereNoneMatchesTheFolderAndThePatternAreNamed() throws IOException {
        leave("a.txt", NINE);
        BackupFault fault = refused(new DumpPlace(folder, "*.fbk", true), FaultCode.NO_DUMP_FOUND);
        assertThat(fault.text(Messages.in(Language.PT_BR))).contains(folder.toString(), "*.fbk");
        refused(new DumpPlace(folder.resolve("longe"), "*.fbk", true), FaultCode.FOLDER_MISSING);
        refused(new DumpPlace(folder.resolve("a.txt"), "*.fbk", true), FaultCode.FOLDER_MISSING);
        refused(new DumpPlace(folder, "a.fbk", false), FaultCode.DATABASE_MISSING);
        refused(new DumpPlace(folder.resolveSibling(""), folder.getFileName().toString(), false),
                FaultCode.NOT_A_DATABASE);
    }

    private void leave(String name, Instant time) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "cópia");
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private String newest(String pattern) {
        return new DumpPlace(folder, pattern, true).newest().file().getFileName().toString();
    }

    private static BackupFault refused(DumpPlace place, FaultCode code) {
        BackupFault[] thrown = new BackupFault[1];
        assertThatThrownBy(place::newest).isInstanceOfSatisfying(BackupFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            thrown[0] = fault;
        });
        return thrown[0];
    }
}
