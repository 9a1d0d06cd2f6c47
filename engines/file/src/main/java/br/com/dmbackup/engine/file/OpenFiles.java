package br.com.dmbackup.engine.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the system tells of who has a file open. In doubt the answer is no: then only standing still counts. */
interface OpenFiles {
    /** Whether somebody has it open for writing. */
    boolean forWriting(Path file);

    /** Whether somebody has it open at all. */
    boolean atAll(Path file);

    /** This system's way to tell. */
    static OpenFiles ofThisSystem() {
        if (Files.isDirectory(LinuxOpenFiles.PROCESSES.resolve("self/fdinfo"))) {
            return new LinuxOpenFiles();
        }
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? new WindowsOpenFiles() : new UntoldOpenFiles();
    }

    /** A system that does not tell. */
    record UntoldOpenFiles() implements OpenFiles {
        @Override
        public boolean forWriting(Path file) {
            return false;
        }

        @Override
        public boolean atAll(Path file) {
            return false;
        }
    }
}
