package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Remedy;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.RemedyKind;
import java.awt.Window;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** All remedies, the explicit list. */
public final class Remedies {
    private Remedies() {}

    /**
     * @param start starts the agent, and returns when it answers or throws why it does not
     * @param pairing becomes acquainted with a terminal, in a window of its own; whether it did
     * @param assistant the same with the assistant
     */
    public static List<Remedy> all(DesktopContext context, AgentStart start, Predicate<Window> pairing,
            Predicate<Window> assistant) {
        return List.of(new StartRemedy(context, start),
                new MendRemedy(context, RemedyKind.FOLDER, "remedy.folder",
                        Set.of(FaultCode.DESTINATION_MISSING, FaultCode.FOLDER_MISSING, FaultCode.DELIVERY_OWED)),
                new MendRemedy(context, RemedyKind.SPACE, "remedy.space",
                        Set.of(FaultCode.LOCAL_FULL, FaultCode.OUTPUT_FULL, FaultCode.NO_ROOM_BESIDE)),
                new OpeningRemedy("remedy.pair", Set.of(FaultCode.LINK_NOT_PAIRED, FaultCode.LINK_PEER_UNKNOWN,
                        FaultCode.TERMINAL_PAIRING_UNKNOWN, FaultCode.TERMINAL_SERVER_UNKNOWN), pairing),
                new OpeningRemedy("remedy.assistant", Set.of(FaultCode.SETTINGS_MISSING), assistant));
    }
}
