package br.com.dmbackup.desktop.session;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.wording.Faults;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AdminPass;
import br.com.dmbackup.protocol.api.AgentRole;
import java.awt.Window;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * For work that only an administrator may: with the rights of this account where they suffice, else with the password,
 * which is asked for once and whose pass is kept no longer than it lasts. The agent decides; this is only the way to it.
 */
public final class AdminDoor {
    private final AgentSession agent;
    private final Texts texts;
    private final Background work;
    private final Faults faults;
    private final InstantSource clock;
    private Optional<AdminPass> pass = Optional.empty();

    /** What is done with the agent, in the background. */
    @FunctionalInterface
    public interface AdminWork<T> {
        T with(LocalAgent administrator) throws Exception;
    }

    public AdminDoor(AgentSession agent, Texts texts, Background work, Faults faults, InstantSource clock) {
        this.agent = agent;
        this.texts = texts;
        this.work = work;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * Does it, after the password was asked for where it is needed. On the thread that draws; so are both ends.
     *
     * @param fault what went wrong; {@code CANCELLED} when the person did not give the password
     */
    public <T> void run(Window owner, AdminWork<T> job, Consumer<? super T> result,
            Consumer<? super Throwable> fault) {
        Optional<LocalAgent> administrator = administrator();
        if (agent.current().isEmpty() || administrator.isPresent()) {
            work.run(() -> job.with(administrator.orElseGet(agent::require)), result, thrown -> {
                if (thrown instanceof AgentFault refused && refused.code() == FaultCode.API_UNKNOWN_CALLER) {
                    // The pass is of an earlier life of the agent.
                    pass = Optional.empty();
                }
                fault.accept(thrown);
            });
            return;
        }
        PasswordSheet sheet = new PasswordSheet(owner, texts, work, faults, agent);
        sheet.open();
        pass = sheet.pass();
        if (pass.isPresent()) {
            run(owner, job, result, fault);
        } else {
            fault.accept(AgentFault.of(FaultCode.CANCELLED, texts.text("password.title")));
        }
    }

    /** Whether it would do without a password now. */
    public boolean open() {
        return administrator().isPresent();
    }

    private Optional<LocalAgent> administrator() {
        return agent.current().flatMap(one -> one.role() == AgentRole.ADMIN
                ? Optional.of(one)
                : pass.filter(known -> clock.instant().isBefore(known.until())).map(one::as));
    }
}
