package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.staging.StagedFile;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A backup that the server has finished, in the staging folder. */
final class StagedDump implements FileDump {
    private static final int PIECE = 1 << 18;

    private final SqlServerAccess access;
    private final StagedFile staged;
    private final String fileOnServer;
    private final FinishedBackup backup;
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable ProvingChannel last;
    private boolean checked;

    StagedDump(SqlServerAccess access, StagedFile staged, String fileOnServer, FinishedBackup backup) {
        this.access = access;
        this.staged = staged;
        this.fileOnServer = fileOnServer;
        this.backup = backup;
        this.notices.addAll(backup.notices());
    }

    @Override
    public Path file() {
        return staged.file();
    }

    @Override
    public long bytes() throws IOException {
        try {
            return Files.size(staged.file());
        } catch (NoSuchFileException gone) {
            throw vanished(gone);
        }
    }

    @Override
    public ReadableByteChannel open() throws IOException {
        dismiss();
        try {
            ProvingChannel channel = new ProvingChannel(staged.file());
            last = channel;
            return channel;
        } catch (NoSuchFileException gone) {
            throw vanished(gone);
        }
    }

    @Override
    public boolean check(Progress progress) {
        Optional<Notice> unchecked = new ServerCheck(access, fileOnServer).run(backup.fileBytes(), progress);
        unchecked.ifPresent(notices::add);
        checked = unchecked.isEmpty();
        return checked;
    }

    private Optional<Notice> readByServer() {
        return checked
                ? Optional.empty()
                : new ServerCheck(access, fileOnServer).run(backup.fileBytes(), Progress.NONE);
    }

    /** The sign: the server said 3014, and whoever read all of the bytes found nothing wrong in them. */
    @Override
    public DumpEnd finish() {
        Verdict verdict = new Verdict(access.live(), staged.name(), backup.name(), backup.witness(),
                this::readByServer);
        try {
            ProvingChannel.Proof proof = seen().proof();
            notices.addAll(verdict.on(proof));
            String pages = proof.contents().map(contents -> ", " + contents.pages().checked() + " pages checked")
                    .orElse("");
            return new DumpEnd(backup.sign() + pages, backup.rows(), Optional.empty(), backup.facts(), notices);
        } catch (NoSuchFileException gone) {
            throw vanished(gone);
        } catch (IOException unreadable) {
            throw BackupFault.of(FaultCode.DUMP_FAILED, access.live(), FileWords.of(unreadable)).causedBy(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, access.live()).causedBy(interrupted);
        }
    }

    @Override
    public void close() {
        try {
            dismiss();
        } catch (IOException gone) {
            // Nothing was to be read from it any more.
        }
        staged.close();
    }

    /** Whoever read the file last; where nobody read all of it, it is read now. */
    private ProvingChannel seen() throws IOException, InterruptedException {
        ProvingChannel channel = last;
        if (channel != null && channel.sawAll()) {
            return channel;
        }
        try (ReadableByteChannel bytes = open()) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            while (bytes.read(piece.clear()) >= 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        return Objects.requireNonNull(last);
    }

    private void dismiss() throws IOException {
        ProvingChannel channel = last;
        last = null;
        if (channel != null) {
            channel.dismiss();
        }
    }

    private BackupFault vanished(IOException gone) {
        return BackupFault.of(FaultCode.DUMP_VANISHED, access.live(), staged.file()).causedBy(gone);
    }
}
