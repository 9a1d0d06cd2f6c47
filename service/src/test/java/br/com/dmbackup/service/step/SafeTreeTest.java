package br.com.dmbackup.service.step;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.service.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTreeTest {
    @TempDir
    @Nullable
    Path temporary;

    @BeforeEach
    void asRoot() throws Exception {
        Tool.rootNeeded();
    }

    @Test
    void whoeverSwapsAFolderForALinkWhileItIsWalkedChangesNothingOutside() throws Exception {
        Path state = Files.createDirectories(folder().resolve("state"));
        Path inner = Files.createDirectories(state.resolve("inner"));
        Files.writeString(inner.resolve("shadow"), "ours");
        Path outside = Files.createDirectories(folder().resolve("etc"));
        Path secret = Files.writeString(outside.resolve("shadow"), "the system's");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        Object innerKey = Files.readAttributes(inner, PosixFileAttributes.class).fileKey();
        List<Object> seen = new ArrayList<>();
        SafeTree.walk(state, (view, found) -> {
            seen.add(found.fileKey());
            if (found.fileKey().equals(innerKey)) {
                Files.move(inner, state.resolve("away"));
                Files.createSymbolicLink(inner, outside);
            }
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        });
        assertThat(seen).hasSize(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("away/shadow"))))
                .isEqualTo("rwx------");
    }

    private Path folder() {
        return Objects.requireNonNull(temporary);
    }
}
