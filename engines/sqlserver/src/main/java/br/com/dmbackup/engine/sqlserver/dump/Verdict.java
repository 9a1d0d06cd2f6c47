package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.mtf.BackupSet;
import br.com.dmbackup.engine.sqlserver.mtf.DumpHead;
import br.com.dmbackup.engine.sqlserver.mtf.MtfContents;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt;
import br.com.dmbackup.engine.sqlserver.mtf.PageTally;
import br.com.dmbackup.engine.sqlserver.mtf.SetRecord;
import br.com.dmbackup.protocol.DumpKind;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bytes of a dump prove. Proven damage, and the backup of something else, is a fault; what is odd or unknown is
 * told and goes through.
 */
final class Verdict {
    private static final int MOST_DAMAGES = 3;
    /** How a genuine file says that it is a copy has not been seen; that it is one, the server's history tells. */
    private static final Set<DumpKind> FULL = Set.of(DumpKind.FULL, DumpKind.COPY_ONLY);
    /** Two places of the server may round the same moment differently. */
    private static final Duration SAME = Duration.ofSeconds(3);

    private final String live;
    private final String fileName;
    private final String backupName;
    private final Optional<Witness> witness;

    /** @param backupName the one that the backup was given */
    Verdict(String live, String fileName, String backupName, Optional<Witness> witness) {
        this.live = live;
        this.fileName = fileName;
        this.backupName = backupName;
        this.witness = witness;
    }

    /**
     * Judges.
     *
     * @return what a person should know
     * @throws BackupFault {@code DUMP_DAMAGED}
     */
    List<Notice> on(ProvingChannel.Proof proof) {
        return switch (proof.head()) {
            case FOREIGN -> throw damaged(DumpHead.FOREIGN.name());
            case COMPRESSED -> List.of(Notice.of(NoticeCode.DUMP_UNCHECKED, live));
            case TAPE_FORMAT -> on(proof.contents().orElseThrow());
        };
    }

    private List<Notice> on(MtfContents contents) {
        if (!contents.sound()) {
            throw damaged(contents.damages().stream().limit(MOST_DAMAGES).map(MtfDamage::line)
                    .collect(Collectors.joining(", ")) + " (" + contents.damageCount() + ")");
        }
        List<String> odd = new ArrayList<>(contents.doubts().stream().map(MtfDoubt::line).toList());
        if (contents.sets().size() == 1) {
            odd.addAll(odd(contents.sets().getFirst()));
        } else if (contents.sets().isEmpty()) {
            throw damaged("SSET");
        }
        List<Notice> notices = new ArrayList<>();
        if (!odd.isEmpty()) {
            notices.add(Notice.of(NoticeCode.DUMP_PART_UNKNOWN, fileName, String.join(", ", odd)));
        }
        PageTally pages = contents.pages();
        if (pages.checked() == 0 && pages.unprotected() > 0) {
            notices.add(Notice.of(NoticeCode.DUMP_WITHOUT_PAGE_CHECKSUMS, fileName));
        }
        return notices;
    }

    /** It must be the backup that was asked for; of the rest both witnesses should tell the same. */
    private List<String> odd(BackupSet set) {
        if (!set.start().name().equals(backupName)) {
            throw damaged("name: " + set.start().name());
        }
        Optional<SetRecord> record = set.record();
        record.map(SetRecord::database).filter(name -> !same(name, live)).ifPresent(name -> {
            throw damaged("database: " + name);
        });
        List<String> odd = new ArrayList<>();
        if (!FULL.contains(set.kind()) && record.isPresent()) {
            odd.add("kind " + set.kind());
        }
        witness.ifPresent(told -> {
            record.filter(own -> !same(own.server(), told.server()))
                    .ifPresent(own -> odd.add("server " + own.server()));
            record.filter(own -> own.version().major() != told.majorVersion())
                    .ifPresent(own -> odd.add("version " + own.version().major()));
            record.flatMap(SetRecord::started).filter(own -> told.start().filter(at -> !near(at, own)).isPresent())
                    .ifPresent(own -> odd.add("start " + own));
        });
        return odd;
    }

    private static boolean near(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs().compareTo(SAME) <= 0;
    }

    private static boolean same(String one, String other) {
        return one.toUpperCase(Locale.ROOT).equals(other.toUpperCase(Locale.ROOT));
    }

    private BackupFault damaged(String what) {
        return BackupFault.of(FaultCode.DUMP_DAMAGED, live, what).withForeignCode("MTF");
    }
}
