package br.com.dmbackup.cli.support;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code support bundle}: a ZIP for support, with nothing in it that is the store's alone. */
@Command(name = "bundle")
public final class BundleCommand implements Verb {
    @Option(names = "--to", paramLabel = "${bundle:label.zip}")
    @Nullable
    Path to;

    @Override
    public ExitCode run(Session session) {
        Path file = session.path(to == null ? Path.of(name(session)) : to);
        Map<String, String> content = new BundleContent(session).texts();
        write(file, content);
        session.output().line(session.texts().text("support.made", file));
        session.output().line(session.texts().text("support.in"));
        session.output().line(session.texts().text("support.out"));
        session.output().result(new Made(file, List.copyOf(content.keySet())));
        return ExitCode.OK;
    }

    private static String name(Session session) {
        return "dmbackup-support-" + DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC)
                .format(session.surroundings().clock().instant()) + ".zip";
    }

    private static void write(Path file, Map<String, String> content) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> text : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (FileAlreadyExistsException exists) {
            throw BackupFault.of(FaultCode.OUTPUT_EXISTS, file).causedBy(exists);
        } catch (IOException refused) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file, FileWords.of(refused)).causedBy(refused);
        }
    }

    /** What a program is told. */
    record Made(Path file, List<String> content) {}
}
