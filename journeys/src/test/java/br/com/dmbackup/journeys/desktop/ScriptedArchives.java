package br.com.dmbackup.journeys.desktop;

import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.ArchiveContents.TableRows;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.SlotPicture;
import br.com.dmbackup.protocol.api.SlotState;
import br.com.dmbackup.protocol.api.SuspectStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands where in the store of {@link ScriptedAgent}. */
final class ScriptedArchives {
    private ScriptedArchives() {}

    /** A day and a night, all of it at both places. */
    static BackupPicture day(Instant last, long bytes, String backup) {
        List<SlotPicture> slots = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            Instant at = last.minusSeconds(3600L * Math.floorMod(14 - hour, 24));
            slots.add(new SlotPicture("%02dh".formatted(hour), SlotState.HELD, Optional.of(id(backup, hour)),
                    Optional.of(at), bytes - hour * 99_000L, Optional.of(at.plusSeconds(64)),
                    hour == 3 ? Optional.of(at.plusSeconds(700)) : Optional.empty()));
        }
        return new BackupPicture(last, "MCDados",
                List.of(new PlacePicture("local", 0, Optional.of(last), Optional.empty(), slots),
                        new PlacePicture("terminal", 0, Optional.of(last), Optional.empty(), slots)),
                List.of(), Optional.empty(), Optional.empty());
    }

    private static String id(String backup, int hour) {
        return hour == 14 ? backup : backup.replace("2b89", "0%03d".formatted(hour));
    }

    /** A morning on which much went wrong. */
    static BackupPicture troubled(Messages words) {
        Instant last = Instant.parse("2026-11-23T17:00:04Z");
        BackupPicture well = day(last, 272_629_760L, ScriptedAgent.BACKUP);
        List<SlotPicture> here = new ArrayList<>();
        List<SlotPicture> there = new ArrayList<>();
        for (SlotPicture slot : well.places().getFirst().slots()) {
            int hour = Integer.parseInt(slot.slot().substring(0, 2));
            here.add(switch (hour) {
                case 14 -> in(slot, SlotState.SUSPICIOUS);
                case 5 -> in(slot, SlotState.DAMAGED);
                case 6 -> in(slot, SlotState.GONE);
                case 16, 17 -> yesterday(slot);
                case 20, 21, 22, 23 -> nothing(slot, SlotState.EMPTY);
                case 1 -> nothing(slot, SlotState.FOREIGN);
                case 13, 12 -> new SlotPicture(slot.slot(), SlotState.HELD, slot.backup(), slot.startedAt(),
                        slot.archiveBytes(), Optional.empty(), Optional.empty());
                default -> slot;
            });
            there.add(switch (hour) {
                case 10, 11, 12, 13 -> nothing(slot, SlotState.OWED);
                case 14, 20, 21, 22, 23, 1 -> nothing(slot, SlotState.EMPTY);
                default -> slot;
            });
        }
        Instant nine = Instant.parse("2026-11-23T12:00:04Z");
        return new BackupPicture(last, "MCDados",
                List.of(new PlacePicture("local", 0, Optional.of(last), Optional.empty(), here), new PlacePicture(
                        "terminal", 4, Optional.of(nine), Optional.of(nine.plusSeconds(3600)), there)),
                List.of(new SuspectStatus(ScriptedAgent.BACKUP, "14h", last, 91_226_112, 1_811_939_328L,
                        reason(words), true,
                        List.of("local", "terminal"))),
                Optional.empty(), Optional.empty());
    }

    static String reason(Messages words) {
        return words.text("suspicious.ROWS_LOST", 41, 42, 1_152_911L, 12_040L);
    }

    private static SlotPicture in(SlotPicture slot, SlotState state) {
        return new SlotPicture(slot.slot(), state, slot.backup(), slot.startedAt(), slot.archiveBytes(),
                slot.verifiedAt(), slot.provenAt());
    }

    private static SlotPicture yesterday(SlotPicture slot) {
        return new SlotPicture(slot.slot(), SlotState.HELD, slot.backup(),
                slot.startedAt().map(at -> at.minusSeconds(86_400)), slot.archiveBytes(), slot.verifiedAt(),
                slot.provenAt());
    }

    private static SlotPicture nothing(SlotPicture slot, SlotState state) {
        return new SlotPicture(slot.slot(), state, Optional.empty(), Optional.empty(), 0, Optional.empty(),
                Optional.empty());
    }

    static ArchiveContents contents(String archive, Instant at, long dumpBytes, long bytes) {
        return new ArchiveContents(bytes, "MCDados.bak", dumpBytes, true, true, true, Optional.of(archive),
                Optional.of(at),
                "Farmácia São José", "11222333000181", "sqlserver", "16.0.1000.6", "MCDados", "1.0.0",
                List.of(new TableRows("venda_item", 1_048_211), new TableRows("produto", 48_211),
                        new TableRows("cliente", 12_040)));
    }
}
