package br.com.dmbackup.testkit.disk;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real FAT file system in a file, as on a pen drive. Where this machine cannot, the test is skipped; in CI it fails. */
public record FatDisk(Path folder) implements AutoCloseable {
    private static final int MOST_SECONDS = 20;

    /** @param image the file, made anew where it is not there */
    public static FatDisk on(Path folder, Path image, int megabytes) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(image)) {
            try (var file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength(megabytes * 1024L * 1024L);
            }
            if (run("mkfs.vfat", image.toString()) != 0) {
                cannot("mkfs.vfat does not work here");
            }
        }
        if (run("fusefat", "-o", "rw+", image.toString(), folder.toString()) != 0
                || !Files.getFileStore(folder).type().contains("fusefat")) {
            cannot("fusefat does not work here");
        }
        return new FatDisk(folder);
    }

    private static void cannot(String why) {
        if ("true".equals(System.getenv("CI"))) {
            fail(why);
        }
        abort(why);
    }

    @Override
    public void close() {
        if (run("umount", "-l", folder.toString()) != 0) {
            throw new IllegalStateException("still mounted: " + folder);
        }
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
