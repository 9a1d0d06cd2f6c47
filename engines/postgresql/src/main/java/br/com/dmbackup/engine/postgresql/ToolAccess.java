package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * How the tools reach one database: a connection service file and a password file in a folder that nobody else may
 * enter. So neither the password nor a name with accents stands in a list of arguments, and no {@code PG…} variable of
 * ours leads a tool elsewhere. Closing it removes the files.
 */
final class ToolAccess implements AutoCloseable {
    private static final String SERVICE = "dmbackup";

    private final Path folder;

    private ToolAccess(Path folder) {
        this.folder = folder;
    }

    static ToolAccess to(PostgresServer server, String database, Path stagingFolder) {
        try {
            Path folder = Files.createTempDirectory(stagingFolder.toAbsolutePath(), "pg", only("rwx------"));
            ToolAccess access = new ToolAccess(folder);
            access.write("pass", passLine(server));
            access.write("service", String.join("\n", access.service(server, database)) + "\n");
            return access;
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, stagingFolder, FileWords.of(failed)).causedBy(failed);
        }
    }

    /** A tool with what it needs to connect by {@code --dbname=service=dmbackup}. */
    Program program(String tool, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(arguments);
        return local(command).with("PGSERVICEFILE", folder.resolve("service").toString());
    }

    static String database() {
        return "--dbname=service=" + SERVICE;
    }

    /** A tool that reaches no server. */
    static Program local(List<String> command) {
        return Program.of(command).without("PG").without("LC_ALL").without("LC_MESSAGES").without("LANGUAGE")
                .with("LC_MESSAGES", "C");
    }

    private List<String> service(PostgresServer server, String database) {
        List<String> lines = new ArrayList<>(List.of("[" + SERVICE + "]", "host=" + server.host(),
                "port=" + server.port(), "dbname=" + database, "user=" + server.user(), "sslmode=" + server.sslmode(),
                "application_name=" + PostgresEngine.APPLICATION, "connect_timeout=15",
                "passfile=" + folder.resolve("pass")));
        server.sslrootcert().ifPresent(file -> lines.add("sslrootcert=" + file));
        return lines;
    }

    /** One line {@code host:port:database:user:password} (PostgreSQL's documentation, "The Password File"). */
    static String passLine(PostgresServer server) {
        return server.password().map(secret -> escaped(server.host()) + ":" + server.port() + ":*:"
                + escaped(server.user()) + ":" + escaped(new String(secret.value())) + "\n").orElse("");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(":", "\\:");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createFile(folder.resolve(name), only("rw-------")), text);
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions
                        .fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("pass"));
            Files.deleteIfExists(folder.resolve("service"));
            Files.deleteIfExists(folder);
        } catch (IOException stuck) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder, FileWords.of(stuck)).causedBy(stuck);
        }
    }
}
