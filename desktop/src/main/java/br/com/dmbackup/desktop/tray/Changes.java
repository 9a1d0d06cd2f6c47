package br.com.dmbackup.desktop.tray;

import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.protocol.api.Trouble;
import java.util.Optional;

/**
 * When a person is to be told something unasked: when it gets worse, when it has become well again, and not while it
 * only works or an agent is only started anew.
 */
final class Changes {
    private Optional<Tone> tone = Optional.empty();
    private Tone told = Tone.OK;
    private boolean seen;

    /**
     * @param tone how it stands now
     * @param trouble the worst, where there is one
     */
    record Change(Tone tone, Optional<Trouble> trouble) {
        boolean better() {
            return tone == Tone.OK;
        }
    }

    Optional<Tone> tone() {
        return tone;
    }

    Optional<Change> seen(AgentPicture picture) {
        Tone now = picture.tone();
        boolean first = !seen;
        tone = Optional.of(now);
        // Before the first answer nobody knows anything yet.
        seen |= picture.answers();
        if (now == Tone.WORKING || now == told || (first && !picture.answers())) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(new Change(now, picture.now().flatMap(status -> status.troubles().stream().findFirst())));
    }
}
