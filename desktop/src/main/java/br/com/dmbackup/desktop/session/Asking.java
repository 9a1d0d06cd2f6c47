package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.work.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A question that is asked again and again, one at a time, so that no late answer takes the place of a newer one. Asked
 * while one is under way, it is asked once more when that one has ended: what is told last was always asked last. Used on
 * the thread that draws; so are both ends.
 */
final class Asking<T> {
    private final Background work;
    private final Callable<T> question;
    private final Consumer<? super T> answered;
    private final Runnable unanswered;
    private boolean underWay;
    private boolean again;

    /**
     * @param question done in the background
     * @param answered told each answer, in the order of the questions
     * @param unanswered told when there was none, unless the question is asked once more at once
     */
    Asking(Background work, Callable<T> question, Consumer<? super T> answered, Runnable unanswered) {
        this.work = work;
        this.question = question;
        this.answered = answered;
        this.unanswered = unanswered;
    }

    void ask() {
        if (underWay) {
            again = true;
            return;
        }
        underWay = true;
        work.run(question, answer -> {
            answered.accept(answer);
            ended();
        }, thrown -> {
            if (!again) {
                unanswered.run();
            }
            ended();
        });
    }

    private void ended() {
        underWay = false;
        if (again) {
            again = false;
            ask();
        }
    }
}
