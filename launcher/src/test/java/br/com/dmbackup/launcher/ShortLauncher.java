package br.com.dmbackup.launcher;

import java.nio.file.Path;
import java.util.List;

/** The launcher's process as it is, but for its patience: run by {@link LauncherProcessTest}. */
final class ShortLauncher {
    private ShortLauncher() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(Launcher.run(new ChildCommand(Path.of(System.getProperty("java.home")),
                new Programs(Path.of(arguments[0])), Path.of(arguments[1]), Role.AGENT, List.of()),
                ProgramsInATest.SHORT));
    }
}
