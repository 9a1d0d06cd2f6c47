package br.com.dmbackup.terminal.life;

import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.silence.WeeklyHours;
import java.util.Optional;

/**
 * When the stores are open, as somebody wrote it down.
 *
 * @param written none where the hours are to be learned from when a server's backups come
 * @param closed days on which nobody is expected
 */
public record Hours(Optional<WeeklyHours> written, ClosedDays closed) {}
