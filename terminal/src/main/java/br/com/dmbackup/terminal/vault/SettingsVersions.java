package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.protection.Aged;
import br.com.dmbackup.terminal.vault.protection.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sealed settings of a server, one file for each version. They are protected as archives are: a version that was
 * replaced stays two days, the first of each day two weeks, and the last 30 in any case.
 */
final class SettingsVersions {
    private static final int LAST = 30;
    private static final int MOST_A_DAY = 48;
    private static final Pattern NAME = Pattern.compile("(\\d{10})-(\\d{6})\\.selado");

    private final Store store;

    SettingsVersions(Store store) {
        this.store = store;
    }

    private record Version(String name, long minute, int number) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            return name.compareTo(other.name);
        }
    }

    /** Adds a version, unless it is the last one once more. */
    void keep(byte[] sealed) throws IOException {
        if (sealed.length > SealedSettings.MOST_BYTES) {
            throw BackupFault.of(FaultCode.TERMINAL_SETTINGS_REFUSED, sealed.length, SealedSettings.MOST_BYTES);
        }
        List<Version> versions = versions();
        if (!versions.isEmpty() && Arrays.equals(Files.readAllBytes(file(versions.getLast())), sealed)) {
            return;
        }
        requireItsTurn(versions);
        long free = store.space().freeBytes();
        if (sealed.length + Commit.ALWAYS_FREE / 2 > free) {
            throw store.told(BackupFault.of(FaultCode.TERMINAL_FULL, store.folder().root(), sealed.length, free));
        }
        int number = versions.isEmpty() ? 0 : versions.getLast().number() + 1;
        long minute = Math.max(store.now(), versions.isEmpty() ? 0 : versions.getLast().minute());
        Files.createDirectories(store.folder().settings());
        DurableFile.replace(store.folder().settings()
                .resolve(String.format(Locale.ROOT, "%010d-%06d.selado", minute, number)), sealed);
    }

    private void requireItsTurn(List<Version> versions) {
        if (versions.size() >= MOST_A_DAY) {
            long wait = versions.get(versions.size() - MOST_A_DAY).minute() + Protection.DAY - store.now();
            if (wait > 0) {
                throw store.told(BackupFault.of(FaultCode.TERMINAL_TOO_OFTEN, store.name(), wait));
            }
        }
    }

    Optional<SealedSettings> last() throws IOException {
        List<Version> versions = versions();
        return versions.isEmpty() ? Optional.empty() : Optional.of(read(versions.getLast()));
    }

    List<SealedSettings> newestFirst() throws IOException {
        List<SealedSettings> settings = new ArrayList<>();
        for (Version version : versions().reversed()) {
            settings.add(read(version));
        }
        return settings;
    }

    void letGo() throws IOException {
        List<Version> versions = versions();
        List<Aged<Version>> aged = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            long replacedAt = i + 1 < versions.size() ? versions.get(i + 1).minute() : Aged.NOT_YET;
            aged.add(new Aged<>(versions.get(i), versions.get(i).minute(), replacedAt, true));
        }
        var protection = new Protection<>(aged, store.now(), LAST);
        for (Aged<Version> version : aged) {
            if (protection.mayGo(version)) {
                Files.deleteIfExists(file(version.thing()));
            }
        }
    }

    private SealedSettings read(Version version) throws IOException {
        Path file = file(version);
        return new SealedSettings(Files.readAllBytes(file), Files.getLastModifiedTime(file).toInstant());
    }

    private Path file(Version version) {
        return store.folder().settings().resolve(version.name());
    }

    private List<Version> versions() throws IOException {
        if (!Files.isDirectory(store.folder().settings())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(store.folder().settings())) {
            return files.map(file -> file.getFileName().toString()).sorted().flatMap(name -> {
                Matcher parts = NAME.matcher(name);
                return parts.matches()
                        ? Stream.of(new Version(name, Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                        : Stream.empty();
            }).toList();
        }
    }
}
