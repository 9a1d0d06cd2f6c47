package br.com.dmbackup.core.report;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;

/**
 * What must be looked at before anything is told: this machine always; the destinations too where the catalog was lost
 * and made anew, for it would show them empty.
 */
public final class FirstLook {
    private final Installation here;
    private final WorkListener listener;

    public FirstLook(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /** Looks. A destination that is away is told of, with what to do when it is back. */
    public void look() {
        here.lookHere(listener);
        if (here.catalog().fresh()) {
            here.remotes().forEach(this::lookAt);
        }
    }

    private void lookAt(Destination remote) {
        try {
            new Reconciliation(here.catalog(), here.layout()).reconcile(remote.name(), remote)
                    .forEach(listener::notice);
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED || fault.code() == FaultCode.CATALOG_UNUSABLE) {
                throw fault;
            }
            Phrase why = fault::text;
            listener.notice(Notice.of(NoticeCode.PLACE_UNSEEN, remote.name(), why));
        }
    }
}
