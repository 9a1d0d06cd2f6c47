package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Remedy;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.RemedyAsked;
import br.com.dmbackup.protocol.api.RemedyKind;
import java.awt.Window;
import java.util.Set;

/**
 * Something that the agent mends.
 *
 * @param key of the button's words
 * @param codes the failures that it is for
 */
record MendRemedy(DesktopContext context, RemedyKind kind, String key, Set<FaultCode> codes) implements Remedy {
    @Override
    public boolean fits(Wording failure) {
        boolean ofThis = codes.stream().anyMatch(failure::is);
        return ofThis && (kind != RemedyKind.FOLDER || AgentTopic.ofDelivery(failure.topic()));
    }

    @Override
    public void apply(Window owner, Wording failure, Runnable mended) {
        RemedySheet sheet = new RemedySheet(owner, context, new RemedyAsked(kind, failure.topic()));
        sheet.open();
        if (sheet.helped()) {
            mended.run();
        }
    }
}
