package br.com.dmbackup.client;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the agent of a home wrote down how it is reached. */
record AgentFolder(Path folder) {
    private static final int LARGEST_FILE = 16 << 10;

    static AgentFolder of(Path home) {
        return new AgentFolder(home.resolve(AgentAddress.FOLDER));
    }

    record Found(AgentAddress address, Token token) {}

    /**
     * What is written there.
     *
     * @return none where nothing is, or nothing that can be understood
     * @throws AgentFault {@code AGENT_FILES_CLOSED}
     */
    Optional<Found> read() {
        try {
            AgentAddress address = RecordReader.read(AgentAddress.class, text(AgentAddress.FILE));
            return address.port() > 0 && address.port() < 1 << 16
                    ? Optional.of(new Found(address, token()))
                    : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException none) {
            return Optional.empty();
        } catch (IOException denied) {
            throw AgentFault.of(FaultCode.AGENT_FILES_CLOSED, folder).causedBy(denied);
        }
    }

    /** The highest that may be read. */
    private Token token() throws IOException {
        try {
            return new Token(AgentRole.ADMIN, text(AgentAddress.ADMIN_TOKEN).strip(), false);
        } catch (AccessDeniedException | NoSuchFileException notAdmin) {
            return new Token(AgentRole.TILL, text(AgentAddress.TILL_TOKEN).strip(), false);
        }
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.size(file) > LARGEST_FILE) {
            throw new IllegalArgumentException(name);
        }
        return Files.readString(file);
    }
}
