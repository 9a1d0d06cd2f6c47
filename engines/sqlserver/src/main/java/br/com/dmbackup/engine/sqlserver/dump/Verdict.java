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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the bytes of a dump prove. Proven damage, and the backup of something else, is a fault; what is odd or unknown is
 * told and goes through. A wrong checksum of a page is proof by itself. A structure that does not hold may be one that we
 * have never seen: then the server must read its file too, and where it finds nothing wrong we are the ones in the wrong.
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
    private final Supplier<Optional<Notice>> server;

    /**
     * @param backupName the one that the backup was given
     * @param server has the server read its file where we do not understand it: why it did not, none where it is right
     */
    Verdict(String live, String fileName, String backupName, Optional<Witness> witness,
            Supplier<Optional<Notice>> server) {
        this.live = live;
        this.fileName = fileName;
        this.backupName = backupName;
        this.witness = witness;
        this.server = server;
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
            case COMPRESSED -> compressed();
            case TAPE_FORMAT -> proof.contents().map(this::on)
                    .orElseGet(() -> List.of(Notice.of(NoticeCode.DUMP_PART_UNKNOWN, fileName, "?")));
        };
    }

    private List<Notice> compressed() {
        List<Notice> notices = new ArrayList<>(server.get().stream().toList());
        notices.add(Notice.of(NoticeCode.DUMP_UNCHECKED, live));
        return notices;
    }

    private List<Notice> on(MtfContents contents) {
        if (!contents.sound()) {
            boolean inPages = contents.damages().stream().anyMatch(damage -> damage.part() == MtfDamage.Part.PAGE);
            if (inPages || !rightForTheServer()) {
                throw damaged(words(contents));
            }
            return List.of(Notice.of(NoticeCode.DUMP_READ_OTHERWISE, fileName, words(contents)));
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

    private boolean rightForTheServer() {
        try {
            return server.get().isEmpty();
        } catch (BackupFault fault) {
            if (fault.code() != FaultCode.DUMP_DAMAGED) {
                throw fault;
            }
            return false;
        }
    }

    private static String words(MtfContents contents) {
        return contents.damages().stream().limit(MOST_DAMAGES).map(MtfDamage::line).collect(Collectors.joining(", "))
                + " (" + contents.damageCount() + ")";
    }

    /** It must be the backup that was asked for; of the rest both witnesses should tell the same. */
    private List<String> odd(BackupSet set) {
        if (!set.start().name().equals(backupName)) {
            throw damaged("name: " + set.start().name());
        }
        Optional<SetRecord> record = set.record();
        List<String> odd = new ArrayList<>();
        // Servers differ in what they take for the same name; the set's own, which no other has, says that it is ours.
        record.map(SetRecord::database).filter(name -> !same(name, live))
                .ifPresent(name -> odd.add("database " + name));
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
