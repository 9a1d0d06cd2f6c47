package br.com.dmbackup.service.windows;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.service.TerminalFiles;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may reach what in a home on Windows: the system, its administrators and the service; whoever sits at the computer
 * may read what is in {@code state\agent}, where the till's token is; what is the administrators' alone there the agent
 * itself shuts to them. Accounts by number, as their names
 * are translated.
 */
final class AccessLines {
    private static final String SYSTEM = "*S-1-5-18";
    private static final String ADMINISTRATORS = "*S-1-5-32-544";
    private static final String INTERACTIVE = "*S-1-5-4";

    /**
     * The service's own rights, in SDDL: all to the system and administrators; whoever sits at the computer may ask how
     * it stands and start it, never stop it.
     */
    static final String START_BY_ANYONE_HERE = "D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)"
            + "(A;;CCLCSWRPLOCRRC;;;IU)(A;;CCLCSWLOCRRC;;;SU)";

    private AccessLines() {}

    static List<Step> of(Home home) {
        List<Step> lines = new ArrayList<>();
        Path agent = home.stateFolder().resolve("agent");
        for (Path folder : List.of(home.root(), home.backupFolder(), home.stateFolder(), home.logFolder(), agent)) {
            lines.add(new Step.Folder(folder, new FileRights("", "", 0700)));
        }
        lines.add(shut(WindowsName.SERVER, home.root(), "(OI)(CI)"));
        // What was there before the service takes its rights from the folder above it from now on.
        lines.add(new Step.Command("icacls.exe", home.root().resolve("*").toString(), "/reset", "/T", "/C", "/Q"));
        lines.add(shut(WindowsName.SERVER, home.settingsFile(), ""));
        lines.add(shut(WindowsName.SERVER, home.backupFolder(), "(OI)(CI)"));
        lines.add(new Step.Command("icacls.exe", agent.toString(), "/grant", INTERACTIVE + ":(OI)(RX)", "/Q"));
        return lines;
    }

    /**
     * A terminal's: its home, and the folder with the archives, which people there may read, so that any unzip program is
     * enough to restore; its token for trays as the agent's.
     */
    static List<Step> ofTerminal(Home home, TerminalFiles files, List<Path> archives) {
        List<Step> lines = new ArrayList<>();
        FileRights here = new FileRights("", "", 0700);
        Stream.concat(Stream.of(home.root(), home.stateFolder(), home.logFolder(), files.state(), files.door()),
                archives.stream()).forEach(folder -> lines.add(new Step.Folder(folder, here)));
        lines.add(shut(WindowsName.TERMINAL, home.root(), "(OI)(CI)"));
        lines.add(new Step.Command("icacls.exe", home.root().resolve("*").toString(), "/reset", "/T", "/C", "/Q"));
        lines.add(shut(WindowsName.TERMINAL, files.settings(), ""));
        for (Path folder : archives) {
            lines.add(shut(WindowsName.TERMINAL, folder, "(OI)(CI)"));
            lines.add(new Step.Command("icacls.exe", folder.toString(), "/grant", INTERACTIVE + ":(OI)(CI)(RX)", "/Q"));
        }
        lines.add(new Step.Command("icacls.exe", files.door().toString(), "/grant", INTERACTIVE + ":(OI)(RX)", "/Q"));
        return lines;
    }

    /** Whoever sits at the computer may read one file by its full path, whatever they may do with its folder. */
    static Step.Command readableHere(Path file) {
        return new Step.Command("icacls.exe", file.toString(), "/grant", INTERACTIVE + ":(R)", "/Q");
    }

    /** @param inherited how it is handed down */
    private static Step shut(WindowsName service, Path path, String inherited) {
        return new Step.Command("icacls.exe", path.toString(), "/inheritance:r", "/grant:r",
                SYSTEM + ":" + inherited + "F", ADMINISTRATORS + ":" + inherited + "F",
                service.account() + ":" + inherited + "M", "/Q");
    }
}
