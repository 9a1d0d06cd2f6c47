package br.com.dmbackup.agent;

import br.com.dmbackup.core.installation.Home;
import java.nio.file.Path;

/** The agent's own files, in {@code state/agent} of the home. */
public record AgentFiles(Home home) {
    /** Whoever may speak to the agent as a till must be able to get here. */
    public Path folder() {
        return home.stateFolder().resolve("agent");
    }

    /** Where the agent listens; one line of JSON, written anew at each start, removed at an orderly end. */
    public Path address() {
        return folder().resolve("address.json");
    }

    /** Proves the role of a till. */
    public Path tillToken() {
        return folder().resolve("till.token");
    }

    /** Proves the role of an administrator: for the agent's own account and the system's administrators alone. */
    public Path adminToken() {
        return folder().resolve("admin.token");
    }

    /** What the agent must remember of what it has told. */
    public Path told() {
        return home.stateFolder().resolve("told.json");
    }

    /** What was learned of the hours at which the store is open. */
    public Path habit() {
        return home.stateFolder().resolve("habit.txt");
    }
}
