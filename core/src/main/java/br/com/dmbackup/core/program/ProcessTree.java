package br.com.dmbackup.core.program;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A child and whatever it started itself, to be ended together: asked first, then without asking. */
final class ProcessTree {
    private static final Duration ASKED = Duration.ofMillis(1500);
    private static final Duration FORCED = Duration.ofSeconds(1);

    private final Process root;
    /** Once the child is gone its children can no longer be found through it. */
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessTree(Process root) {
        this.root = root;
    }

    /** Returns when all have gone, or after less than three seconds; an interrupt neither hinders nor shortens it. */
    synchronized void end() {
        look();
        seen.forEach(ProcessHandle::destroy);
        root.destroy();
        await(ASKED);
        look();
        seen.forEach(ProcessHandle::destroyForcibly);
        root.destroyForcibly();
        await(FORCED);
    }

    private void look() {
        root.descendants().forEach(seen::add);
    }

    private void await(Duration atMost) {
        CompletableFuture<?>[] all = java.util.stream.Stream
                .concat(java.util.stream.Stream.of(root.toHandle()), seen.stream()).filter(ProcessHandle::isAlive)
                .map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(all).completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
