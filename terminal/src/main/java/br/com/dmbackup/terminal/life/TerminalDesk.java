package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.terminal.life.Heard.OfServer;
import br.com.dmbackup.terminal.receiver.Receiver;
import br.com.dmbackup.terminal.vault.Pairing;
import br.com.dmbackup.terminal.vault.RoomNeed;
import br.com.dmbackup.terminal.vault.TerminalVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers people at the terminal. */
record TerminalDesk(TerminalSettings settings, TerminalLife.Machine machine, TerminalVault vault,
        Invitation offered, Heard heard, Troubles troubles, Receiver receiver) implements Desk {
    @Override
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("version", 1);
        status.put("programVersion", machine.programVersion());
        status.put("name", settings.name());
        status.put("folder", settings.folder().toString());
        status.put("port", receiver.port());
        status.put("connections", receiver.connections());
        status.put("light", troubles.all().isEmpty() ? "green" : "red");
        status.put("servers", vault.pairings().stream().map(this::server).toList());
        status.put("troubles", troubles.all().stream().map(this::trouble).toList());
        status.put("invitation", offered.state());
        return status;
    }

    private Map<String, Object> server(Pairing pairing) {
        List<VaultArchive> archives = vault.store(pairing.pin()).list();
        Space space = vault.store(pairing.pin()).space();
        RoomNeed need = heard.roomNeed(pairing, vault.keeping(pairing.pin()).roomNeed());
        OfServer now = heard.of(pairing);
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("store", pairing.storeName());
        server.put("cnpj", pairing.cnpj());
        server.put("database", pairing.database());
        server.put("folder", pairing.folder());
        server.put("pin", pairing.pin());
        newest(archives).ifPresent(at -> server.put("newestBackupAt", here(at)));
        server.put("archives", archives.size());
        server.put("suspicious",
                archives.stream().filter(archive -> archive.kind() == VaultArchive.Kind.SUSPICIOUS).count());
        server.put("sizeBytes", VaultArchive.usedBytes(archives));
        server.put("freeBytes", space.freeBytes());
        server.put("totalBytes", space.totalBytes());
        need.told(server);
        now.contact().ifPresent(at -> server.put("contactAt", here(at)));
        server.put("doneBytes", now.doneBytes());
        server.put("ofBytes", now.totalBytes());
        return server;
    }

    /** As the terminal's own clock on the wall shows it. */
    private String here(Instant at) {
        return at.atZone(settings.zone()).toOffsetDateTime().toString();
    }

    /** By its id, which a wrong file time does not touch. */
    private static Optional<Instant> newest(List<VaultArchive> archives) {
        return archives.stream().filter(archive -> archive.kind() == VaultArchive.Kind.SLOT)
                .flatMap(archive -> archive.backup().stream()).max(BackupId::compareTo)
                .map(id -> Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16));
    }

    private Map<String, Object> trouble(Troubles.Trouble trouble) {
        Messages words = Messages.in(settings.language());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("topic", trouble.topic());
        told.put("store", trouble.store());
        told.put("code", "DM-" + trouble.fault().code().number());
        told.put("name", trouble.fault().code().name());
        told.put("message", trouble.fault().text(words));
        told.put("hint", trouble.fault().hint(words));
        told.put("since", trouble.since().toString());
        return told;
    }

    @Override
    public ArchiveShelf shelf(String pin) {
        return new ArchiveShelf(vault.store(pin), settings.zone());
    }

    @Override
    public Invited invite(boolean replacement) {
        return offered.invite(replacement);
    }

    @Override
    public Map<String, Object> invitation() {
        return offered.state();
    }

    @Override
    public List<String> accept(String pairing, String backup) {
        Pairing found = pairing(pairing);
        VaultArchive accepted = vault.keeping(found.pin()).accept(seen(backup));
        troubles.all().stream().filter(trouble -> trouble.topic().endsWith(found.pin()))
                .filter(trouble -> trouble.fault().code() == FaultCode.BACKUP_SUSPICIOUS)
                .forEach(trouble -> troubles.mend(trouble.topic()));
        return List.of(accepted.name().value());
    }

    private static Optional<BackupId> seen(String backup) {
        try {
            return backup.isEmpty() ? Optional.empty() : Optional.of(BackupId.parse(backup));
        } catch (IllegalArgumentException e) {
            throw BackupFault.of(FaultCode.BACKUP_UNKNOWN, backup).causedBy(e);
        }
    }

    @Override
    public void unpair(String pairing) {
        Pairing found = pairing(pairing);
        vault.unpair(found.pin());
        troubles.all().stream().filter(trouble -> trouble.topic().endsWith(found.pin()))
                .forEach(trouble -> troubles.mend(trouble.topic()));
    }

    /** By store, database, folder, CNPJ or the pin's begin; without a word the only one. */
    private Pairing pairing(String word) {
        List<Pairing> all = vault.pairings();
        List<Pairing> meant = word.isEmpty()
                ? all
                : all.stream().filter(pairing -> pairing.storeName().equalsIgnoreCase(word)
                        || pairing.folder().equalsIgnoreCase(word) || pairing.cnpj().equals(word)
                        || (word.length() >= 8 && pairing.pin().startsWith(word))).toList();
        if (meant.isEmpty() && !word.isEmpty()) {
            meant = all.stream().filter(pairing -> pairing.database().equalsIgnoreCase(word)).toList();
        }
        if (meant.size() != 1) {
            throw BackupFault.of(FaultCode.TERMINAL_SERVER_UNKNOWN, word, String.join(", ",
                    all.stream().map(each -> each.storeName() + " (" + each.pin().substring(0, 8) + ")").toList()));
        }
        return meant.getFirst();
    }
}
