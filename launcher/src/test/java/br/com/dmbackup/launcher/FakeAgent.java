package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a version's jar runs in the tests. What it does stands in the file {@code behaviour} beside its {@code lib}; what
 * it did in {@code events} of the home.
 */
final class FakeAgent {
    private final Path home;
    private final String version;

    private FakeAgent(Path home, String version) {
        this.home = home;
        this.version = version;
    }

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(FakeAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = jar.resolve("../..").normalize();
        List<String> given = List.of(arguments);
        Path home = Path.of(given.get(given.indexOf("--home") + 1));
        String behaviour = Files.readString(folder.resolve("behaviour")).strip();
        new FakeAgent(home, String.valueOf(folder.getFileName()))
                .live(given.contains("--leashed") && given.getFirst().equals("agent") ? behaviour : "no leash");
    }

    private void live(String behaviour) throws Exception {
        try (FileChannel channel = FileChannel.open(home.resolve("only"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            tell(lock == null ? "SECOND" : "started");
            switch (behaviour) {
                case "dies" -> System.exit(7);
                case "leaves" -> System.exit(0);
                case "taken" -> System.exit(8);
                case "again" -> {
                    Files.writeString(home.resolve("behaviour-after"), "");
                    Files.writeString(Path.of(System.getProperty("behaviour.file")), "pulse");
                    System.exit(75);
                }
                case "silent" -> awaitEndOfLeash();
                case "deaf" -> {
                    System.out.println("pulse");
                    new java.util.concurrent.CountDownLatch(1).await();
                }
                case "speaks" -> {
                    System.err.println("Key (cpf)=(123.456.789-09) already exists, 12345678909");
                    pulse();
                }
                case "pulse" -> pulse();
                default -> tell("? " + behaviour);
            }
        }
    }

    private void pulse() throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                System.out.println("pulse");
                System.out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        });
        awaitEndOfLeash();
        tell("ended");
        System.exit(0);
    }

    private static void awaitEndOfLeash() throws IOException {
        long said = System.in.transferTo(java.io.OutputStream.nullOutputStream());
        if (said > 0) {
            throw new IOException("nobody is to speak here");
        }
    }

    private void tell(String event) throws IOException {
        Files.writeString(home.resolve("events"),
                event + " " + version + " " + ProcessHandle.current().pid() + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
