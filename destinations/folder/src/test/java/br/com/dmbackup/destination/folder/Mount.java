package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A file system mounted for one test. Where this machine cannot, the test is skipped and says why; in CI it fails. */
record Mount(Path point) implements AutoCloseable {
    static Mount tmpfs(Path point, int megabytes) throws Exception {
        require("mount", "umount");
        mount(point, "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", point.toString());
        return new Mount(point);
    }

    /** A real FAT file system in a file, by way of FUSE. */
    static Mount fat(Path point, Path image, int megabytes) throws Exception {
        require("fusefat", "mkfs.vfat", "umount");
        if (!Files.exists(image)) {
            try (var file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength(megabytes * 1024L * 1024L);
            }
            run("mkfs.vfat", image.toString());
        }
        mount(point, "fusefat", "-o", "rw+", image.toString(), point.toString());
        return new Mount(point);
    }

    void makeReadOnly() throws Exception {
        assertThat(run("mount", "-o", "remount,ro", point.toString())).isZero();
    }

    /** Takes it away, open files or not. */
    void unmount() {
        try {
            run("umount", "-l", point.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("still mounted: " + point, e);
        }
    }

    @Override
    public void close() {
        unmount();
    }

    private static void mount(Path point, String... command) throws Exception {
        Files.createDirectories(point);
        if (run(command) != 0 || !Files.getFileStore(point).toString().startsWith(point.toString())) {
            cannot(String.join(" ", command) + " does not work here (not root, or no such file system)");
        }
    }

    private static void require(String... programs) {
        for (String program : programs) {
            if (Stream.of("/bin", "/sbin", "/usr/bin", "/usr/sbin").map(Path::of)
                    .noneMatch(folder -> Files.isExecutable(folder.resolve(program)))) {
                cannot(program + " is not installed");
            }
        }
    }

    private static void cannot(String why) {
        if ("true".equals(System.getenv("CI"))) {
            fail(why);
        }
        abort(why);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
