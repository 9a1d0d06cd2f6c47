package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.program.RunningProgram;
import br.com.dmbackup.protocol.FaultCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dump says of its database besides tables and rows, read from the SQL that {@code pg_restore --create
 * --schema-only} makes of it.
 *
 * @param creation what stands behind {@code CREATE DATABASE name}: encoding and locale
 * @param properties statements about the database itself, each with {@link #NAME} in its name's place
 * @param roles owners, and those to whom something is granted
 */
record DumpOutline(Optional<String> creation, List<String> properties, NavigableSet<String> roles) {
    /** Stands for the database's name. */
    static final String NAME = "\u0000";

    private static final String IDENTIFIER = "((?:\"(?:[^\"]|\"\")+\")|[\\w$]+)";
    private static final Pattern CREATE = Pattern.compile("^CREATE DATABASE " + IDENTIFIER + "( WITH .*);$");
    private static final Pattern PROPERTY = Pattern.compile("^((?:ALTER DATABASE|COMMENT ON DATABASE"
            + "|(?:GRANT|REVOKE) .* ON DATABASE|ALTER ROLE .* IN DATABASE) )" + IDENTIFIER + "( .*;)$");
    private static final Pattern OWNER = Pattern.compile("^ALTER .* OWNER TO " + IDENTIFIER + ";$");
    private static final Pattern GRANT = Pattern.compile("^(?:GRANT|REVOKE) .* (?:TO|FROM) " + IDENTIFIER
            + "(?: WITH GRANT OPTION)?;$");
    private static final Pattern DEFAULTS = Pattern.compile("^ALTER DEFAULT PRIVILEGES FOR ROLE " + IDENTIFIER
            + " .*?(?:(?:TO|FROM) " + IDENTIFIER + ")?;$");

    static DumpOutline of(Path dump, Tools tools, String target) {
        List<String> command = List.of(tools.restore(), "--create", "--schema-only", "--file=-", dump.toString());
        try (RunningProgram program = ToolAccess.local(command).start()) {
            Reader reader = new Reader();
            try (BufferedReader lines = new BufferedReader(Channels.newReader(program.output(),
                    StandardCharsets.UTF_8))) {
                lines.lines().forEach(reader::line);
            }
            if (program.exitCode() != 0) {
                throw BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, target, ToolFaults.words(program))
                        .withForeignCode("pg_restore: exit " + program.exitCode());
            }
            return reader.outline();
        } catch (IOException | UncheckedIOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, target, FileWords.of(failed)).causedBy(failed);
        }
    }

    /** Goes through the lines; what spans several is left out. */
    private static final class Reader {
        private final List<String> properties = new ArrayList<>();
        private final NavigableSet<String> roles = new TreeSet<>();
        private Optional<String> creation = Optional.empty();

        void line(String line) {
            if (!line.endsWith(";")) {
                return;
            }
            Matcher create = CREATE.matcher(line);
            if (create.matches() && creation.isEmpty()) {
                creation = Optional.of(create.group(2));
                return;
            }
            Matcher property = PROPERTY.matcher(line);
            if (property.matches()) {
                properties.add(property.group(1) + NAME + property.group(3));
            }
            collect(OWNER.matcher(line));
            collect(GRANT.matcher(line));
            collect(DEFAULTS.matcher(line));
        }

        private void collect(Matcher matcher) {
            if (matcher.matches()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    Optional.ofNullable(matcher.group(group)).map(DumpOutline::plain)
                            .filter(role -> !role.equals("PUBLIC")).ifPresent(roles::add);
                }
            }
        }

        DumpOutline outline() {
            return new DumpOutline(creation, properties, roles);
        }
    }

    private static String plain(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}
