package br.com.dmbackup.testkit.sqlserver.statement;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The trouble that a test plans: which statement (by how it begins), when, and what. Each happens once, unless told. */
public final class Troubles implements AutoCloseable {
    /** What a login is called here; it has a start and nothing else. */
    public static final String LOGIN = "LOGIN";
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private volatile ProgressHabit progress = ProgressHabit.STEADY;

    private record Planned(String beginning, Moment moment, Trouble trouble, boolean again) {
        boolean isDue(String text, Moment reached) {
            return moment.isDueAt(reached) && text.strip().toUpperCase(Locale.ROOT).startsWith(beginning);
        }
    }

    /** Plans trouble for the next statement that begins so. */
    public Troubles plan(String beginning, Moment moment, Trouble trouble) {
        planned.add(new Planned(beginning.toUpperCase(Locale.ROOT), moment, trouble, false));
        return this;
    }

    /** Plans trouble for every statement that begins so, and for every step of it from that moment on. */
    public Troubles planAlways(String beginning, Moment moment, Trouble trouble) {
        planned.add(new Planned(beginning.toUpperCase(Locale.ROOT), moment, trouble, true));
        return this;
    }

    /** Holds the next statement that begins so; a cancel ends it. */
    public Hold hold(String beginning, Moment moment) {
        return hold(beginning, moment, new Hold());
    }

    /** Holds the next statement that begins so, deaf even to a cancel, as a server that hangs. */
    public Hold hang(String beginning, Moment moment) {
        return hold(beginning, moment, new Hold(true));
    }

    public Troubles tellProgress(ProgressHabit habit) {
        progress = habit;
        return this;
    }

    ProgressHabit progress() {
        return progress;
    }

    /** Forgets all that was planned and lets go whoever is held. */
    @Override
    public void close() {
        planned.clear();
        holds.forEach(Hold::release);
    }

    /** Something has come to a moment; what was planned for it happens. */
    public void reach(String text, Moment moment, Answer answer) {
        for (Planned plan : List.copyOf(planned)) {
            if (plan.isDue(text, moment) && (plan.again() || planned.remove(plan))) {
                plan.trouble().happen(answer);
            }
        }
    }

    private Hold hold(String beginning, Moment moment, Hold hold) {
        holds.add(hold);
        plan(beginning, moment, hold);
        return hold;
    }
}
