package br.com.dmbackup.core.verify;

import br.com.dmbackup.core.engine.DumpInspection;
import java.nio.file.Path;

/** What came of looking into a dump that stands in a file by itself. */
public record InspectedDump(Path file, long bytes, DumpInspection inspection) {}
