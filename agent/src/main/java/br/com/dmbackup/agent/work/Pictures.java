package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.report.SlotGrid;
import br.com.dmbackup.core.report.SlotTable.CellState;
import br.com.dmbackup.core.report.SlotTable.Suspect;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.ArchiveContents.TableRows;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.SlotPicture;
import br.com.dmbackup.protocol.api.SlotState;
import br.com.dmbackup.protocol.api.SuspectStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the core reports, as the records of the local API. */
final class Pictures {
    private Pictures() {}

    static BackupPicture of(Installation here, Optional<Instant> externalCopyAt) {
        SlotGrid grid = SlotGrid.of(here);
        return new BackupPicture(here.now(), here.settings().database().name(),
                grid.places().stream().map(Pictures::place).toList(),
                grid.suspects().stream().map(Pictures::suspect).toList(), externalCopyAt,
                here.engine().folder().map(Path::toString));
    }

    private static PlacePicture place(SlotGrid.Place place) {
        return new PlacePicture(place.name(), place.owed(), place.newestAt(), place.withoutCopySince(),
                place.squares().stream().map(Pictures::slot).toList());
    }

    private static SlotPicture slot(SlotGrid.Square square) {
        return new SlotPicture(square.slot().folderName(), state(square),
                square.backup().map(backup -> backup.id().toString()), square.backup().map(CatalogedBackup::startedAt),
                square.archiveBytes(), square.verifiedAt(), square.provenAt());
    }

    private static SlotState state(SlotGrid.Square square) {
        CellState state = square.state();
        boolean broken = state == CellState.DAMAGED || state == CellState.GONE;
        return square.suspicious() && !broken ? SlotState.SUSPICIOUS : SlotState.valueOf(state.name());
    }

    private static SuspectStatus suspect(Suspect suspect) {
        return new SuspectStatus(suspect.backup().id().toString(), suspect.backup().slot().folderName(),
                suspect.backup().startedAt(),
                suspect.placements().stream().mapToLong(Placement::sizeBytes).max().orElse(0),
                suspect.backup().dumpBytes(), suspect.reason(), suspect.waiting(),
                suspect.placements().stream().map(Placement::place).distinct().toList());
    }

    static ArchiveContents contents(ArchiveReader reader, String engine, boolean overwritable) {
        Optional<Manifest> told = reader.manifest();
        Optional<StoreIdentity> store = told.flatMap(Manifest::store);
        List<TableRows> tables = told.map(manifest -> manifest.rowCounts().entrySet().stream()
                .map(table -> new TableRows(table.getKey(), table.getValue())).toList()).orElse(List.of());
        boolean fits = told
                .map(manifest -> manifest.purpose() == Manifest.Purpose.FILE || manifest.engine().equals(engine))
                .orElse(true);
        return new ArchiveContents(reader.archiveBytes(), reader.dumpName(), reader.dumpBytes(), reader.ours(), fits,
                fits && overwritable,
                told.map(manifest -> manifest.backup().toString()), told.map(Manifest::startedAt),
                store.map(StoreIdentity::name).orElse(""), store.map(StoreIdentity::cnpj).orElse(""),
                told.map(Manifest::engine).orElse(""), told.map(Manifest::engineVersion).orElse(""),
                told.map(Manifest::database).orElse(""), told.map(Manifest::programVersion).orElse(""), tables);
    }
}
