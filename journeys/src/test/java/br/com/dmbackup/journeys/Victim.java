package br.com.dmbackup.journeys;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process of its own that does one verb, says which step it has reached at the n-th, and then stands still until it is
 * killed. It is started ahead of time and reads its order from its input: folder, verb, n, whether folders replace the
 * careful way.
 */
final class Victim {
    static final String ENDED = "ENDED";

    private Victim() {}

    public static void main(String[] none) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String order = input.readLine();
        if (order == null) {
            return;
        }
        String[] words = order.split("\t", -1);
        StoreUnderTest store = KillScene.standingIn(Path.of(words[0]), Boolean.parseBoolean(words[3]));
        KilledVerb.valueOf(words[1]).run(store, new StandStill(Integer.parseInt(words[2])));
        System.out.println(ENDED);
    }

    private record StandStill(AtomicInteger left) implements Checkpoint {
        StandStill(int number) {
            this(new AtomicInteger(number));
        }

        @Override
        public void reached(Step step) {
            if (left.decrementAndGet() == 0) {
                System.out.println(step);
                System.out.flush();
                standStill();
            }
        }

        private static void standStill() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
