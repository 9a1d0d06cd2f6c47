package br.com.dmbackup.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a verb, and the options that every verb understands. */
@Command(name = "dmbackup")
final class GlobalOptions {
    @Option(names = "--home", paramLabel = "${bundle:label.folder}", scope = ScopeType.INHERIT, order = 90)
    @Nullable
    Path home;

    @Option(names = "--lang", paramLabel = "${bundle:label.language}", scope = ScopeType.INHERIT, order = 91)
    @Nullable
    String language;

    @Option(names = "--json", scope = ScopeType.INHERIT, order = 92)
    boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, order = 93)
    boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, order = 94)
    boolean version;
}
