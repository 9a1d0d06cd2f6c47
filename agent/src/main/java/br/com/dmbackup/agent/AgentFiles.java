package br.com.dmbackup.agent;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.api.AgentAddress;
import java.nio.file.Path;

/** The agent's own files, in {@code state/agent} of the home. */
public record AgentFiles(Home home) {
    /** Whoever may speak to the agent as a till must be able to get here. */
    public Path folder() {
        return home.root().resolve(AgentAddress.FOLDER);
    }

    /** Where the agent listens; one line of JSON, written anew at each start, removed at an orderly end. */
    public Path address() {
        return folder().resolve(AgentAddress.FILE);
    }

    /** Proves the role of a till. */
    public Path tillToken() {
        return folder().resolve(AgentAddress.TILL_TOKEN);
    }

    /** Proves the role of an administrator: for the agent's own account and the system's administrators alone. */
    public Path adminToken() {
        return folder().resolve(AgentAddress.ADMIN_TOKEN);
    }

    /** What an administrator's password is held against. */
    public Path password() {
        return folder().resolve("password");
    }

    /** What the agent must remember of what it has told. */
    public Path told() {
        return home.stateFolder().resolve("told.txt");
    }

    /** Archives that an administrator sent. */
    public Path spoolFolder() {
        return home.stateFolder().resolve("spool");
    }

    /** When a person last took a copy along. */
    public Path externalCopy() {
        return home.stateFolder().resolve("external-copy");
    }

    /**
     * When the agent was last alive, as the time of this file; as its text whether and how it ended, and for how long there
     * had been no backup.
     */
    public Path lastSign() {
        return home.stateFolder().resolve("last-sign");
    }

    /** The last settings that were sound, for a start at which those on the disk are not. */
    public Path goodSettings() {
        return home.stateFolder().resolve("settings-good.toml");
    }

    /** Reports that wait for a hub that is away. */
    public Path waitingReports() {
        return home.stateFolder().resolve("hub-reports.txt");
    }

    /** What was learned of the hours at which the store is open. */
    public Path habit() {
        return home.stateFolder().resolve("habit.txt");
    }
}
