package br.com.dmbackup.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.desktop.work.Background;
import java.awt.EventQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Background work = new Background();
    private final BlockingQueue<CompletableFuture<String>> asked = new LinkedBlockingQueue<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
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
        await().atMost(PATIENCE).until(() -> told.size() == 2);
        assertThat(told).containsExactly("old", "new");
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
        await().atMost(PATIENCE).until(() -> told.size() == 2);
        EventQueue.invokeAndWait(() -> {});
        assertThat(asked.poll(300, TimeUnit.MILLISECONDS)).as("a question that nobody asked").isNull();
        assertThat(told).containsExactly("first", "last");
    }

    @Test
    void aQuestionWithoutAnAnswerStopsNoOtherAndIsToldWhenItWasTheLast() throws Exception {
        EventQueue.invokeAndWait(asking::ask);
        CompletableFuture<String> first = next();
        EventQueue.invokeAndWait(asking::ask);
        first.completeExceptionally(new IOException("gone"));
        next().completeExceptionally(new IOException("gone again"));
        await().atMost(PATIENCE).until(() -> !told.isEmpty());
        assertThat(told).containsExactly("nothing");
        EventQueue.invokeAndWait(asking::ask);
        next().complete("back");
        await().atMost(PATIENCE).until(() -> told.contains("back"));
    }

    private CompletableFuture<String> next() throws InterruptedException {
        CompletableFuture<String> answer = asked.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("nothing was asked");
        }
        return answer;
    }
}
