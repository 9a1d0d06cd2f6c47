package br.com.dmbackup.engine.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A tmpfs of a few MiB; without the right to mount one the test is skipped, except where CI=true. */
final class SmallDisk {
    /** What is tried on it. */
    @FunctionalInterface
    interface Trial {
        void on(Path folder) throws Exception;
    }

    private SmallDisk() {}

    static void with(Path folder, int mebibytes, Trial trial) throws Exception {
        Files.createDirectory(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        if (!mounted && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no tmpfs can be mounted here");
        }
        Assumptions.assumeTrue(mounted, "no tmpfs can be mounted here (needs root)");
        try {
            trial.on(folder);
        } finally {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
