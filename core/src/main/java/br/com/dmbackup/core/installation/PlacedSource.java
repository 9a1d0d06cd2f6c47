package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/** An archive at one place, as the source of a copy to another. */
public record PlacedSource(Destination place, Placement placement) implements ArchiveSource {
    @Override
    public long sizeBytes() {
        return placement.sizeBytes();
    }

    @Override
    public Instant modifiedAt() {
        return placement.modifiedAt();
    }

    @Override
    public SeekableByteChannel open() {
        return place.open(placement.name());
    }
}
