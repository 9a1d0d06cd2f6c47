package br.com.dmbackup.desktop.restore;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.SentFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Sends a file that this person may read to the agent, which takes no paths. In the background. */
final class SentArchive {
    private SentArchive() {}

    /**
     * @param sent told how much of it is there, now and then
     * @throws AgentFault {@code ARCHIVE_MISSING}, {@code FILE_UNREADABLE}, and what the agent says
     */
    static SentFile send(LocalAgent agent, Path file, LongConsumer sent) {
        try (InputStream in = Files.newInputStream(file)) {
            SentFile there = agent.announce(String.valueOf(file.getFileName()), Files.size(file));
            while (!there.whole()) {
                byte[] piece = in.readNBytes(
                        (int) Math.min(SentFile.LARGEST_PIECE, there.sizeBytes() - there.receivedBytes()));
                if (piece.length == 0) {
                    throw AgentFault.of(FaultCode.ARCHIVE_TRUNCATED, file, there.receivedBytes());
                }
                there = agent.send(there, piece);
                sent.accept(there.receivedBytes());
            }
            return there;
        } catch (NoSuchFileException e) {
            throw AgentFault.of(FaultCode.ARCHIVE_MISSING, file).causedBy(e);
        } catch (FileSystemException e) {
            throw AgentFault.of(FaultCode.FILE_UNREADABLE, file, e.getReason() == null ? e.toString() : e.getReason())
                    .causedBy(e);
        } catch (IOException e) {
            throw AgentFault.of(FaultCode.FILE_UNREADABLE, file, String.valueOf(e.getMessage())).causedBy(e);
        }
    }
}
