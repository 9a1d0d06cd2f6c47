package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.destination.ReceivingDestination.Received;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;

/**
 * A delivery to a destination that checks for itself: what it found in its own bytes must be what was sent. It makes room,
 * sets aside and keeps the newest name without being told.
 */
record Handover(Installation here, ReceivingDestination receiver, WorkListener listener) {

    void make(CatalogedBackup backup, ArchiveName name, ArchiveSource source, Progress progress) {
        Received received = receiver.receive(name, source, progress);
        here.machine().checkpoint().reached(Step.DELIVERY_PUT);
        if (!received.backup().equals(backup.id()) || !received.dumpDigest().equals(backup.dumpDigest())) {
            throw BackupFault.of(FaultCode.DESTINATION_LIED, receiver.name(), name.value());
        }
        new Reconciliation(here.catalog(), here.layout()).reconcile(receiver.name(), receiver)
                .forEach(listener::notice);
        here.catalog().settle(backup.id(), receiver.name());
        if (!received.name().equals(name)) {
            listener.notice(Notice.of(NoticeCode.SUSPECTED_THERE, receiver.name(), received.name().value()));
        }
        here.machine().checkpoint().reached(Step.DELIVERY_RECORDED);
    }
}
