package br.com.dmbackup.client;

import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a running backup terminal writes how it is asked. */
record DoorFolder(Path home) {
    private static final int LARGEST_FILE = 1 << 10;

    /** @param role {@code ADMIN} or {@code TILL}: the highest whose token may be read */
    record Found(int port, String role, String token) {}

    /**
     * None where no terminal runs.
     *
     * @throws AgentFault {@code AGENT_FILES_CLOSED}
     */
    Optional<Found> read() {
        Path folder = home.resolve("terminal").resolve("door");
        try {
            int port = Integer.parseInt(text(folder.resolve("port")));
            try {
                return Optional.of(new Found(port, "ADMIN", text(folder.resolve("admin.token"))));
            } catch (AccessDeniedException notAdmin) {
                return Optional.of(new Found(port, "TILL", text(folder.resolve("till.token"))));
            }
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException denied) {
            throw AgentFault.of(FaultCode.AGENT_FILES_CLOSED, folder).causedBy(denied);
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.readString(file).strip();
    }
}
