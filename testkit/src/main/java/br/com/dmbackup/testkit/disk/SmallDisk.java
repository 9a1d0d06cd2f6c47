package br.com.dmbackup.testkit.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system in memory, mounted on a folder. Where this machine cannot, the test is skipped; in CI it fails. */
public record SmallDisk(Path folder) implements AutoCloseable {
    private static final int MOST_SECONDS = 20;

    public static SmallDisk on(Path folder, int kibibytes) throws IOException {
        Files.createDirectories(folder);
        if (run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString()) != 0) {
            String why = "a tmpfs cannot be mounted here (not root?)";
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            abort(why);
        }
        return new SmallDisk(folder);
    }

    public void makeReadOnly() throws IOException {
        assertThat(run("mount", "-o", "remount,ro", folder.toString())).isZero();
    }

    /** Fills it but for so many bytes. */
    public void fillUpTo(long freeBytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        Files.write(folder.resolve("ballast.bin"), new byte[Math.toIntExact(Math.max(0, free - freeBytes))]);
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", "-l", folder.toString())).isZero();
    }

    /** Minus one where there is no such program, or it does not end. */
    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.onExit().completeOnTimeout(process, MOST_SECONDS, TimeUnit.SECONDS).join();
            return process.isAlive() ? -1 : process.exitValue();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
