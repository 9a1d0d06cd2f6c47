package br.com.dmbackup.desktop.session;

import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What stands where, asked for again only when the status says that a backup, a delivery, a drill or a trouble came or
 * went: for the agent it means opening its catalog, and the status changes several times in each minute. Used on the thread
 * that draws.
 */
public final class PictureSession {
    private final AgentSession agent;
    private final Asking<BackupPicture> asking;
    private final List<Consumer<BackupPicture>> listeners = new CopyOnWriteArrayList<>();
    private Optional<BackupPicture> picture = Optional.empty();
    private Object asked = "";

    /** What a change of the picture shows in; the end of work, too, since a copy may arrive without any other sign. */
    private record Sign(Object started, Object backup, Object drill, Object places, Object troubles, Object warning,
            boolean atRest) {
        static Sign of(AgentStatus status) {
            return new Sign(status.startedAt(), status.lastBackup(), status.lastDrill(), status.places(),
                    status.troubles().stream().map(Trouble::message).toList(), status.warning(),
                    status.activity().status().ofTheMinute());
        }
    }

    public PictureSession(DesktopContext context) {
        this.agent = context.agent();
        this.asking = new Asking<>(context.work(), () -> agent.require().picture(), this::answered, () -> asked = "");
        Runnable never = agent.listen(this::seen);
        Objects.requireNonNull(never);
    }

    /** What was answered last; none before the first answer. */
    public Optional<BackupPicture> picture() {
        return picture;
    }

    /**
     * Tells each answer from now on, the last one at once.
     *
     * @return ends it
     */
    public Runnable listen(Consumer<BackupPicture> listener) {
        listeners.add(listener);
        picture.ifPresent(listener);
        return () -> listeners.remove(listener);
    }

    /** Asks again, as something was done that the status need not show. */
    public void renew() {
        asking.ask();
    }

    private void seen(AgentPicture seen) {
        Optional<Sign> sign = seen.now().map(Sign::of);
        if (sign.isPresent() && !sign.get().equals(asked)) {
            asked = sign.get();
            renew();
        }
    }

    private void answered(BackupPicture answer) {
        picture = Optional.of(answer);
        listeners.forEach(listener -> listener.accept(answer));
    }
}
