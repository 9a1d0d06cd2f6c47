package br.com.dmbackup.desktop.remedy;

/** Starts the agent of this home. */
@FunctionalInterface
public interface AgentStart {
    /**
     * In the background; returns when it answers.
     *
     * @throws Exception why it does not, told as any other failure
     */
    void start() throws Exception;
}
