package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system in memory, mounted on a folder. Where this machine cannot, the test is skipped; in CI it fails. */
record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk on(Path folder, int kibibytes) throws IOException {
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

    void makeReadOnly() throws IOException {
        assertThat(run("mount", "-o", "remount,ro", folder.toString())).isZero();
    }

    /** Fills it but for so many bytes. */
    void fillUpTo(long freeBytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        Files.write(folder.resolve("ballast.bin"), new byte[Math.toIntExact(Math.max(0, free - freeBytes))]);
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", "-l", folder.toString())).isZero();
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        return process.isAlive() ? -1 : process.exitValue();
    }
}
