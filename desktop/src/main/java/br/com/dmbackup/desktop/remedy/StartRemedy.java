package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Remedy;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.FaultCode;
import java.awt.Window;

/**
 * Starts the agent that does not answer.
 *
 * @param start how
 */
record StartRemedy(DesktopContext context, AgentStart start) implements Remedy {
    @Override
    public boolean fits(Wording failure) {
        return failure.is(FaultCode.AGENT_UNREACHABLE);
    }

    @Override
    public String key() {
        return "remedy.start";
    }

    @Override
    public void apply(Window owner, Wording failure, Runnable mended) {
        StartSheet sheet = new StartSheet(owner, context, start);
        sheet.open();
        if (sheet.helped()) {
            mended.run();
        }
    }
}
