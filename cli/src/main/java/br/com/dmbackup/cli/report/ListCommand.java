package br.com.dmbackup.cli.report;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.report.FirstLook;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.protocol.ExitCode;
import picocli.CommandLine.Command;

/** {@code list}: what stands in which slot at which place. */
@Command(name = "list")
public final class ListCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        try (OpenHome home = OpenHome.toLook(session)) {
            Installation here = home.here();
            new FirstLook(here, session.output()).look();
            SlotTableText table = new SlotTableText(session, SlotTable.of(here), here.zone());
            table.lines().forEach(session.output()::line);
            session.output().result(table.plain());
            return ExitCode.OK;
        }
    }
}
