package br.com.dmbackup.cli.verify;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.archive.Damage;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.verify.DumpVerification;
import br.com.dmbackup.core.verify.InspectedDump;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.core.verify.VerifiedCopy;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code verify [SLOT|FILE|--all]}: every block of an archive inflated and compared, or a dump looked into; a file
 * needs no home.
 */
@Command(name = "verify")
public final class VerifyCommand implements Verb {
    private static final int DAMAGES_TOLD = 5;

    @Parameters(arity = "0..1", paramLabel = "${bundle:label.archive}", descriptionKey = "verify.archive")
    @Nullable
    String archive;

    @Option(names = "--all")
    boolean all;

    @Override
    public ExitCode run(Session session) {
        Optional<InspectedDump> dump = file(session).flatMap(dumps(session)::ofFile);
        return dump.map(it -> tell(session, it)).orElseGet(() -> archives(session));
    }

    private ExitCode archives(Session session) {
        List<VerifiedCopy> results = verified(session);
        if (results.size() == 1 && results.getFirst().fault().isPresent()) {
            throw named(session, results.getFirst().fault().get());
        }
        results.forEach(copy -> tell(session, copy));
        session.output().result(results.stream().map(VerifyCommand::plain).toList());
        long damaged = results.stream().filter(VerifyCommand::damaged).count();
        Optional<BackupFault> unread = results.stream().filter(copy -> !damaged(copy))
                .flatMap(copy -> copy.fault().stream()).findFirst();
        if (damaged == 0 && unread.isPresent()) {
            throw unread.get();
        }
        if (damaged == 0) {
            return ExitCode.OK;
        }
        throw BackupFault.of(FaultCode.VERIFICATION_FAILED, damaged, results.size());
    }

    /** The file that a person names, if it is one. */
    private Optional<Path> file(Session session) {
        return !all && archive != null && Wanted.parse(archive) instanceof Wanted.InFile file
                ? Optional.of(session.path(file.file()))
                : Optional.empty();
    }

    private static DumpVerification dumps(Session session) {
        return new DumpVerification(new Composition(session).inspectors(), session.output());
    }

    private static ExitCode tell(Session session, InspectedDump dump) {
        new DumpReport(session, dump).tell();
        if (!dump.inspection().sound()) {
            throw BackupFault.of(FaultCode.VERIFICATION_FAILED, 1, 1);
        }
        return ExitCode.OK;
    }

    /** Says what a file is that is no archive, where its begin tells. */
    private BackupFault named(Session session, BackupFault fault) {
        Optional<String> name = fault.code() == FaultCode.NOT_AN_ARCHIVE
                ? file(session).flatMap(dumps(session)::nameOf)
                : Optional.empty();
        return name.map(it -> fault.withDetails(List.of(session.texts().text("verify.looks_like", it)))).orElse(fault);
    }

    private List<VerifiedCopy> verified(Session session) {
        if (all && archive != null) {
            throw BackupFault.of(FaultCode.USAGE, session.texts().text("usage.exclusive", "--all", archive));
        }
        Wanted wanted = archive == null ? new Wanted.Newest() : Wanted.parse(archive);
        if (!all && wanted instanceof Wanted.InFile file) {
            return List.of(Verification.ofFile(session.path(file.file()), session.output()));
        }
        try (OpenHome home = OpenHome.toLook(session)) {
            Verification verification = new Verification(home.here(), session.output());
            return all ? verification.verifyAll() : verification.verify(wanted);
        }
    }

    /** Bytes were found wrong; a place that is away says nothing against its copies. */
    private static boolean damaged(VerifiedCopy copy) {
        return !copy.damages().isEmpty()
                || copy.fault().filter(fault -> fault.code().kind() == FaultKind.INTEGRITY).isPresent();
    }

    private static void tell(Session session, VerifiedCopy copy) {
        String what = copy.description();
        if (copy.sound()) {
            session.output().line(session.texts().text("verify.sound", what, copy.archiveBytes()));
            return;
        }
        session.output().line(session.texts().text(damaged(copy) ? "verify.damaged" : "verify.unread", what));
        copy.fault().ifPresent(fault -> session.output().line("    " + fault.text(session.words())));
        copy.damages().stream().limit(DAMAGES_TOLD).map(damage -> damage.words().in(session.words()))
                .forEach(line -> session.output().line("    " + line));
        if (copy.damages().size() > DAMAGES_TOLD) {
            session.output().line("    " + session.texts().text("verify.more", copy.damages().size() - DAMAGES_TOLD));
        }
    }

    private static Map<String, Object> plain(VerifiedCopy copy) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("place", copy.place());
        plain.put("archive", copy.description());
        plain.put("sound", copy.sound());
        plain.put("archiveBytes", copy.archiveBytes());
        copy.manifest().ifPresent(manifest -> plain.put("backup", manifest.backup().toString()));
        plain.put("damages", copy.damages().stream().map(Damage::line).toList());
        copy.fault().ifPresent(fault -> plain.put("fault", fault.code().name()));
        return plain;
    }
}
