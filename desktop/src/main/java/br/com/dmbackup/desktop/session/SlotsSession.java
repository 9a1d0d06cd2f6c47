package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.SlotStatus;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The slots, asked for again whenever the agent's picture says that something about them may have changed. Used on the
 * thread that draws.
 */
public final class SlotsSession {
    private final Asking<List<SlotStatus>> asking;
    private final List<Consumer<List<SlotStatus>>> listeners = new CopyOnWriteArrayList<>();
    private List<SlotStatus> slots = List.of();
    private Object asked = "";

    /** What a change of the slots shows in. */
    private record Sign(Object backup, Object drill, Object places, boolean atRest, boolean answers) {
        static Sign of(AgentPicture picture) {
            AgentStatus status = picture.status().orElse(null);
            return status == null
                    ? new Sign("", "", "", false, picture.answers())
                    : new Sign(status.lastBackup(), status.lastDrill(), status.places(),
                            status.activity().status().ofTheMinute(),
                            picture.answers());
        }
    }

    public SlotsSession(AgentSession agent, Background work) {
        this.asking = new Asking<>(work, () -> agent.require().slots(), this::answered, () -> asked = "");
        Runnable never = agent.listen(this::seen);
        Objects.requireNonNull(never);
    }

    /** What was answered last, those alone that hold something. */
    public List<SlotStatus> slots() {
        return slots;
    }

    /**
     * Tells each answer from now on, the last one at once.
     *
     * @return ends it
     */
    public Runnable listen(Consumer<List<SlotStatus>> listener) {
        listeners.add(listener);
        listener.accept(slots);
        return () -> listeners.remove(listener);
    }

    private void seen(AgentPicture picture) {
        Sign sign = Sign.of(picture);
        if (!picture.answers() || sign.equals(asked)) {
            return;
        }
        asked = sign;
        asking.ask();
    }

    private void answered(List<SlotStatus> answer) {
        if (!answer.equals(slots)) {
            slots = answer;
            listeners.forEach(listener -> listener.accept(answer));
        }
    }
}
