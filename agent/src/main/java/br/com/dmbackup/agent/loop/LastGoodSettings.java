package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings that hold: those on the disk, or, while somebody has made a mistake there, the last that were sound,
 * those of an earlier life of the agent included. The home is opened with them to be looked at, and opened anew when they
 * change. One thread's alone, but for {@link #sound}.
 */
public final class LastGoodSettings implements AutoCloseable {
    private final HomeDoor door;
    private final KeptSettings kept;
    private volatile @Nullable Sound sound;
    private @Nullable Installation opened;
    private byte @Nullable [] seen;
    private @Nullable BackupFault wrong;

    public LastGoodSettings(HomeDoor door) {
        this.door = door;
        this.kept = new KeptSettings(new AgentFiles(door.home()).goodSettings());
    }

    /** Those that hold; none before the first sound ones. Any thread may ask. */
    public Optional<Sound> sound() {
        return Optional.ofNullable(sound);
    }

    /** The home, opened to be looked at with the settings that hold. */
    public Optional<Installation> opened() {
        return Optional.ofNullable(opened);
    }

    /** The language to speak, whatever is wrong. */
    public Messages words() {
        Sound good = sound;
        return Messages.in(good == null ? Language.PT_BR : good.settings().language());
    }

    /** Whether the file is another one than at the last look, or was not sound then. */
    public boolean changed() {
        return seen == null || wrong != null || !Arrays.equals(seen, bytes(door.home().settingsFile()));
    }

    /** The next look reads everything anew: passwords may have changed that the file only points to. */
    public void forget() {
        seen = null;
    }

    /**
     * Reads and takes what is on the disk, when it is sound.
     *
     * @return what is wrong with it; those that held before go on holding then
     */
    public Optional<BackupFault> take() {
        byte[] now = bytes(door.home().settingsFile());
        try {
            switch (door.read()) {
                case Unsound unsound -> wrong = unsound.fault(words());
                case Sound good -> {
                    use(good);
                    wrong = null;
                    kept.keep(now);
                }
            }
        } catch (BackupFault unreadable) {
            wrong = unreadable;
        }
        if (sound == null) {
            kept.read().map(door::proposed).ifPresent(this::useKept);
        }
        seen = now;
        return Optional.ofNullable(wrong);
    }

    /** Those of an earlier life; where even they do not hold any more, there are none. */
    private void useKept(Reading reading) {
        if (reading instanceof Sound good) {
            use(good);
        }
    }

    private void use(Sound good) {
        Installation now = door.open(good);
        close();
        opened = now;
        sound = good;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            // Reading it in earnest tells why.
            return new byte[0];
        }
    }

    @Override
    public void close() {
        Installation before = opened;
        opened = null;
        if (before != null) {
            before.close();
        }
    }
}
