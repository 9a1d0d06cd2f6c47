package br.com.dmbackup.cli.archive;

import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words; Java's own message is often the bare path. */
final class FileWords {
    private FileWords() {}

    static String of(IOException why, Messages texts) {
        return switch (why) {
            case NoSuchFileException missing -> texts.text("file.missing");
            case AccessDeniedException denied -> texts.text("file.denied");
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(why.getMessage());
        };
    }
}
