package br.com.dmbackup.protocol.api;

import br.com.dmbackup.protocol.api.JobReport.JobKind;
import java.util.Optional;

/**
 * What is asked of the agent.
 *
 * @param archive a slot ({@code 09h}) or a backup's id, for a drill or a restore; none for the newest
 * @param confirm for a restore the database's name, as a person typed it
 */
public record JobRequest(JobKind kind, Optional<String> archive, Optional<String> confirm) {}
