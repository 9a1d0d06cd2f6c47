package br.com.dmbackup.protocol.api;

/**
 * A remedy that somebody thinks of.
 *
 * @param topic of the trouble, see {@link br.com.dmbackup.protocol.AgentTopic}
 */
public record RemedyAsked(RemedyKind kind, String topic) {}
