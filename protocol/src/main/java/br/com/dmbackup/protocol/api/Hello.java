package br.com.dmbackup.protocol.api;

/**
 * What anyone is told who asks: that this is DMBackup, and the proof that was asked for.
 *
 * @param proof see {@link AgentAddress.Proof}
 */
public record Hello(int apiVersion, String proof) {}
