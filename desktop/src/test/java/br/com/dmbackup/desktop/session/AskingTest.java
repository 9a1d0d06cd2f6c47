package br.com.dmbackup.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.desktop.work.Background;
import java.awt.EventQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Background work = new Background();
    private final BlockingQueue<CompletableFuture<String>> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Callable<String> question = () -> {
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer.get();
    };
    private final Asking<String> asking = new Asking<>(work, question, told::add, () -> told.add("nothing"));

    @AfterEach
    void end() {
        work.close();
    }

    @Test
    void aSlowAnswerNeverTakesThePlaceOfANewerOne() throws Exception {
        EventQueue.invokeAndWait(asking::ask);
        CompletableFuture<String> slow = next();
        EventQueue.invokeAndWait(asking::ask);
        assertThat(asked.poll(300, TimeUnit.MILLISECONDS)).as("a second question beside the first").isNull();
        slow.complete("old");
        next().complete("new");
        assertThat(List.of(next(told), next(told))).containsExactly("old", "new");
    }

    @Test
    void whatIsAskedManyTimesMeanwhileIsAskedOnceMore() throws Exception {
        EventQueue.invokeAndWait(asking::ask);
        CompletableFuture<String> first = next();
        for (int i = 0; i < 5; i++) {
            EventQueue.invokeAndWait(asking::ask);
        }
        first.complete("first");
        next().complete("last");
        assertThat(List.of(next(told), next(told))).containsExactly("first", "last");
        assertThat(asked.poll(300, TimeUnit.MILLISECONDS)).as("a question that nobody asked").isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void aQuestionWithoutAnAnswerStopsNoOtherAndIsToldWhenItWasTheLast() throws Exception {
        EventQueue.invokeAndWait(asking::ask);
        CompletableFuture<String> first = next();
        EventQueue.invokeAndWait(asking::ask);
        first.completeExceptionally(new IOException("gone"));
        next().completeExceptionally(new IOException("gone again"));
        assertThat(next(told)).isEqualTo("nothing");
        EventQueue.invokeAndWait(asking::ask);
        next().complete("back");
        assertThat(next(told)).isEqualTo("back");
    }

    private CompletableFuture<String> next() throws InterruptedException {
        return next(asked);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T first = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (first == null) {
            throw new AssertionError("nothing came");
        }
        return first;
    }
}
