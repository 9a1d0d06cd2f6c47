package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AdminPass;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.PasswordGiven;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/admin}: the role of an administrator for a quarter of an hour, for whoever knows the password. Guessing
 * is slow: one try at a time, and after each wrong one a pause twice as long as the one before.
 */
final class PasswordDesk {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_PASSES = 16;

    private record Pass(String token, MonotonicStamp since) {}

    private final AdminPassword password;
    private final InstantSource clock;
    private final MonotonicSource monotonic;
    private final Deque<Pass> passes = new ArrayDeque<>();
    private int wrong;
    private @Nullable MonotonicStamp lastWrong;

    PasswordDesk(AgentFiles files, InstantSource clock, MonotonicSource monotonic) {
        this.password = new AdminPassword(files);
        this.clock = clock;
        this.monotonic = monotonic;
    }

    void admit(Caller caller) throws IOException {
        String typed = caller.sent(PasswordGiven.class).password();
        if (typed == null) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        caller.answer(200, pass(typed));
    }

    private synchronized AdminPass pass(String typed) {
        Duration pause = pause();
        if (pause.isPositive()) {
            throw Refusal.of(FaultCode.PASSWORD_PAUSE, pause.toSeconds() + 1);
        }
        boolean right = password.matches(typed.toCharArray())
                .orElseThrow(() -> Refusal.of(FaultCode.PASSWORD_NOT_SET));
        if (!right) {
            wrong++;
            lastWrong = monotonic.now();
            throw Refusal.of(FaultCode.PASSWORD_WRONG);
        }
        wrong = 0;
        Pass pass = new Pass(ApiKeys.token(), monotonic.now());
        passes.addLast(pass);
        if (passes.size() > MOST_PASSES) {
            passes.removeFirst();
        }
        return new AdminPass(pass.token(), clock.instant().plus(LIFE));
    }

    /** The role that a pass still gives. */
    synchronized Optional<AgentRole> role(String token) {
        passes.removeIf(pass -> age(pass.since()).compareTo(LIFE) >= 0);
        boolean known = false;
        for (Pass pass : passes) {
            known |= ApiKeys.same(pass.token(), token);
        }
        return known ? Optional.of(AgentRole.ADMIN) : Optional.empty();
    }

    private Duration pause() {
        MonotonicStamp last = lastWrong;
        if (wrong == 0 || last == null) {
            return Duration.ZERO;
        }
        long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(wrong - 1, 20));
        return Duration.ofSeconds(seconds).minus(age(last));
    }

    private Duration age(MonotonicStamp since) {
        return monotonic.now().since(since).orElse(Duration.ZERO);
    }
}
