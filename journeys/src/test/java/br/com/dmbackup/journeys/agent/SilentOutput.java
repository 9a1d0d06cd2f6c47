package br.com.dmbackup.journeys.agent;

import br.com.dmbackup.cli.Failure;
import br.com.dmbackup.cli.Output;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.StatusText;

/** For an agent that nobody sits in front of. */
public final class SilentOutput implements Output {
    @Override
    public void line(String text) {}

    @Override
    public void live(String status, String text) {}

    @Override
    public void result(Object value) {}

    @Override
    public void failure(Failure failure) {}

    @Override
    public void shortfall(Failure failure) {}

    @Override
    public void end(ExitCode code) {}

    @Override
    public void status(StatusText status) {}

    @Override
    public void notice(Notice notice) {}

    @Override
    public void advanced(long doneBytes, long totalBytes) {}
}
