package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands where. It is read from the catalog each time, so that it is asked for when something has changed and not
 * with every event.
 *
 * @param at when it was read
 * @param database the live database's name, as the settings have it: what a person types to have it replaced
 * @param places this machine first
 * @param suspects newest first
 * @param externalCopyAt when a person last took a copy along
 * @param databaseFolder where the database's own file stands, for those that are one file on this machine: a copy that a
 *        person takes along is of no use on the same disk
 */
public record BackupPicture(Instant at, String database, List<PlacePicture> places, List<SuspectStatus> suspects,
        Optional<Instant> externalCopyAt, Optional<String> databaseFolder) {}
