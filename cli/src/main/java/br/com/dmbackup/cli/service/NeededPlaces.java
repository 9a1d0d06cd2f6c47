package br.com.dmbackup.cli.service;

import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the settings name outside of the home, and the service needs.
 *
 * @param folders to which it must be able to write: a database may write beside itself even when it is only read
 * @param database the database's file, where it is a file
 */
record NeededPlaces(List<Path> folders, Optional<Path> database) {

    static NeededPlaces of(Sound sound, Path home, Clock clock) {
        List<Path> folders = new ArrayList<>();
        SettingsSection section = sound.settings().database().section();
        Optional<Path> database = section.optionalText("path").map(text -> section.path("path", text))
                .filter(path -> !path.toString().contains("*"));
        database.map(path -> Files.isDirectory(path) ? path : path.resolveSibling("")).ifPresent(folders::add);
        section.optionalText("staging").map(text -> section.path("staging", text)).ifPresent(folders::add);
        for (Function<Clock, Destination> place : sound.destinations()) {
            try (Destination destination = place.apply(clock)) {
                Path path = Path.of(destination.location());
                if (path.isAbsolute()) {
                    folders.add(path);
                }
            } catch (InvalidPathException noFolder) {
                // An address of a server: nothing that rights of folders could shut.
                assert noFolder.getIndex() >= -1;
            }
        }
        return new NeededPlaces(folders.stream().map(Path::normalize).filter(path -> !path.startsWith(home))
                .distinct().toList(), database);
    }
}
