package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;

/** Tells message 3211 as STATS asks, or as a test wants it told. */
final class Percentages {
    private static final int ALL = 100;
    private final Call call;
    private final int step;
    private int told;

    /** @param step percent between two messages; 0 where STATS was not asked for */
    Percentages(Call call, int step) {
        this.call = call;
        this.step = step;
    }

    /** So much of a total is done. */
    void done(long part, long total) {
        int percent = (int) (part * ALL / Math.max(1, total));
        call.client().isDoing(command(), percent);
        call.answer().breathe();
        if (step > 0 && percent - told >= step && percent < ALL) {
            tell(percent);
        }
        call.reach(Moment.at(percent));
    }

    void end() {
        if (step > 0 && call.troubles().progress() != ProgressHabit.SILENT) {
            say(ALL);
        }
        told = ALL;
    }

    /** As {@code sys.dm_exec_requests} names it: the first two words. */
    private String command() {
        String[] words = call.text().strip().split("\\s+", 3);
        return words.length > 1 ? words[0] + " " + words[1] : words[0];
    }

    private void tell(int percent) {
        switch (call.troubles().progress()) {
            case STEADY -> say(percent);
            case OUT_OF_ORDER -> {
                say(percent);
                say(told);
            }
            case JUMP, SILENT -> {
            }
        }
        told = percent;
    }

    private void say(int percent) {
        call.answer().say(ServerMessage.of(3211, percent));
        call.answer().flush();
    }
}
