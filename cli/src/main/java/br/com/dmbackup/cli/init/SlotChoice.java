package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Room;
import br.com.dmbackup.protocol.FaultCode;
import java.util.OptionalInt;

/**
 * Settles how many slots this machine keeps when its disk has too little room for those that were meant.
 *
 * @param asks whether a person can be asked
 * @param yes whether they said yes beforehand
 */
record SlotChoice(Session session, Answers answers, boolean asks, boolean yes) {

    /**
     * The proposal with a number of slots that fits.
     *
     * @throws BackupFault {@code LOCAL_FULL} when not even one does, {@code CONFIRMATION_NEEDED} when nobody said yes
     */
    Proposal fitting(Proposal proposal, Room room) {
        int wanted = proposal.slots();
        if (room.enoughFor(wanted)) {
            return proposal;
        }
        OptionalInt fit = room.slotsThatFit();
        if (fit.isEmpty()) {
            throw BackupFault.of(FaultCode.LOCAL_FULL, session.home(), room.need().bytesFor(1), room.usableBytes());
        }
        int fewer = fit.getAsInt();
        session.output().line(session.texts().text("init.room", wanted, room.need().bytesFor(wanted),
                room.usableBytes(), fewer));
        String question = session.texts().text("init.ask.fewer", fewer);
        if (asks && !new Questions(session).yes(question, true)) {
            throw BackupFault.of(FaultCode.CANCELLED, "init");
        }
        if (!asks && !yes) {
            throw BackupFault.of(FaultCode.CONFIRMATION_NEEDED, question);
        }
        session.output().line(session.texts().text("init.fewer", fewer));
        answers.slots = fewer;
        return proposal.with(answers, session.words().language(), session.words());
    }
}
