package br.com.dmbackup.launcher;

import java.nio.file.Path;
import java.util.List;

/** Which program of ours a launcher holds. A home may have both, each with a launcher of its own. */
public enum Role {
    AGENT("launcher", "agent"),
    /** The receiver on the store's second machine. */
    TERMINAL("terminal-launcher", "terminal run");

    /** How the role is named to the launcher. */
    public static final String OPTION = "--role";

    private final String name;
    private final String command;

    Role(String name, String command) {
        this.name = name;
        this.command = command;
    }

    /** What a launcher of this role remembers in a home. */
    public Path folder(Path home) {
        return home.resolve("state").resolve(name);
    }

    String logName() {
        return name + ".log";
    }

    /** The program's command, without its options. */
    List<String> command() {
        return List.of(command.split(" ", -1));
    }

    /** As the launcher is told of it: nothing for the agent, which it holds otherwise. */
    public List<String> arguments() {
        return this == AGENT ? List.of() : List.of(OPTION, name());
    }
}
