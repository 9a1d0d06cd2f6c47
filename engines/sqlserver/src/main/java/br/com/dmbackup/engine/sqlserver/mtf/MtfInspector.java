package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DumpInspection;
import br.com.dmbackup.core.engine.DumpInspection.Fact;
import br.com.dmbackup.core.engine.DumpInspector;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt.Matter;
import br.com.dmbackup.protocol.DumpFact;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a person what is in a {@code .bak}, and whether it is whole. */
public final class MtfInspector implements DumpInspector {
    private static final String FORMAT = "Microsoft SQL Server";
    private static final String CONTAINER = "MSSQLBAK";

    @Override
    public boolean recognises(byte[] head) {
        return DumpHead.of(head) != DumpHead.FOREIGN;
    }

    @Override
    public Optional<String> nameOf(byte[] head) {
        return recognises(head) ? Optional.of(FORMAT) : DumpHead.foreignName(head);
    }

    @Override
    public DumpInspection inspect(ReadableByteChannel dump, String name, long dumpBytes, Progress progress)
            throws IOException {
        MtfReader reader = new MtfReader(dump, dumpBytes, progress);
        return switch (reader.head()) {
            case COMPRESSED -> throw BackupFault.of(FaultCode.DUMP_NEEDS_ITS_SERVER, name, FORMAT)
                    .withForeignCode(CONTAINER);
            case FOREIGN -> throw BackupFault.of(FaultCode.NOT_A_DATABASE, name, FORMAT);
            case TAPE_FORMAT -> told(reader.read(), name);
        };
    }

    private static DumpInspection told(MtfContents contents, String name) {
        List<String> damages = contents.damages().stream().map(MtfDamage::line).toList();
        return new DumpInspection(FORMAT, facts(contents), damages, contents.damageCount(), notices(contents, name));
    }

    private static List<Fact> facts(MtfContents contents) {
        List<Fact> facts = new ArrayList<>();
        contents.sets().forEach(set -> setFacts(set, facts));
        PageTally pages = contents.pages();
        facts.add(new Fact(DumpFact.PAGES_CHECKED, pages.checked()));
        boolean judged = contents.doubts().stream().noneMatch(doubt -> doubt.matter() == Matter.ENCRYPTED);
        facts.add(new Fact(DumpFact.PAGES_WRONG, judged ? pages.wrong() : 0L));
        facts.add(new Fact(DumpFact.PAGES_UNPROTECTED, pages.unprotected()));
        return facts;
    }

    private static void setFacts(BackupSet set, List<Fact> facts) {
        set.record().ifPresent(record -> {
            text(facts, DumpFact.SERVER, record.server());
            text(facts, DumpFact.DATABASE, record.database());
            facts.add(new Fact(DumpFact.SERVER_VERSION, record.version().text()));
        });
        facts.add(new Fact(DumpFact.KIND, set.kind()));
        text(facts, DumpFact.NAME, set.start().name());
        moment(facts, DumpFact.STARTED, set, set.started());
        moment(facts, DumpFact.FINISHED, set, set.finished());
        set.start().id().ifPresent(id -> facts.add(new Fact(DumpFact.ID, id.toString())));
        set.record().ifPresent(record -> record.files().forEach(file -> text(facts, DumpFact.FILE, file.path())));
    }

    private static void text(List<Fact> facts, DumpFact what, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(what, value));
        }
    }

    /** With the offset from UTC where the set says it. */
    private static void moment(List<Fact> facts, DumpFact what, BackupSet set, Optional<LocalDateTime> at) {
        at.ifPresent(local -> facts.add(new Fact(what,
                set.start().zone().<Temporal>map(local::atOffset).orElse(local))));
    }

    private static List<Notice> notices(MtfContents contents, String name) {
        List<Notice> notices = new ArrayList<>();
        contents.doubts().forEach(
                doubt -> notices.add(Notice.of(NoticeCode.DUMP_PART_UNKNOWN, name, doubt.line())));
        PageTally pages = contents.pages();
        if (pages.checked() == 0 && pages.unprotected() > 0) {
            notices.add(Notice.of(NoticeCode.DUMP_WITHOUT_PAGE_CHECKSUMS, name));
        }
        return notices;
    }
}
