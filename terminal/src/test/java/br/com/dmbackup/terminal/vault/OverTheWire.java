package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.destination.terminal.HastyServer;
import br.com.dmbackup.destination.terminal.TerminalDestinationFactory;
import br.com.dmbackup.link.tls.IdentityFile;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Pairing.Begin;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.receiver.PairingDesk;
import br.com.dmbackup.terminal.receiver.Receiver;
import br.com.dmbackup.terminal.receiver.SessionHost;
import br.com.dmbackup.testkit.network.TcpFaultProxy;
import br.com.dmbackup.testkit.network.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The product's destination before its receiver, and between them a wire that breaks: whole archives come, or do not. */
final class OverTheWire implements VaultLife.Way {
    private static final LinkIdentity TERMINAL = LinkIdentity.create(new SecureRandom());
    private static final PairingDesk SHUT = new PairingDesk() {
        @Override
        public boolean open() {
            return false;
        }

        @Override
        public void pair(FramedConnection line, Pin peer, Begin begin) {
            throw new AssertionError();
        }
    };

    private final TestMachine machine;
    private final TcpFaultProxy wire;
    private final ReceivingDestination server;
    private final Pin pin;
    private final Path archive;
    private Receiver receiver;
    private volatile boolean died;
    private volatile boolean givesUp;

    OverTheWire(TestMachine machine) {
        this.machine = machine;
        Path home = machine.folder.resolve("servidor");
        archive = home.resolve("MCDados.zip");
        pin = IdentityFile.openOrCreate(home.resolve(TerminalDestinationFactory.IDENTITY), new SecureRandom()).pin();
        receiver = opened();
        wire = new TcpFaultProxy(here());
        server = HastyServer.at("127.0.0.1:" + wire.address().getPort(), TERMINAL.pin(), home, () -> givesUp || died);
    }

    private Receiver opened() {
        return Receiver.open(0, TERMINAL, new Host(), SHUT, Receiver.Bounds.USUAL, System::nanoTime);
    }

    private InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port());
    }

    @Override
    public Optional<ArchiveName> bring(Backup backup) throws IOException {
        Path file = backup.writeTo(archive);
        try {
            return Optional.of(server.receive(backup.name(), new Finished(file, backup.startedAt()), Progress.NONE)
                    .name());
        } catch (BackupFault fault) {
            // Interrupted work leaves its mark on whoever called for it.
            Thread.interrupted();
            awaitQuiet();
            if (died) {
                throw new TestMachine.Killed();
            }
            throw fault.getCause() instanceof BackupFault said && said.code().name().startsWith("TERMINAL_")
                    ? said
                    : fault;
        }
    }

    /** The vault works on, to its end, when the line is gone. */
    private void awaitQuiet() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (receiver.connections() > 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still connected");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void cut(Backup backup, Random random) throws IOException {
        Wire way = random.nextBoolean() ? wire.up() : wire.down();
        // Behind the handshake: one that is cut off is an address where nobody is, and a search in the network.
        way.cutAfter(1_600 + random.nextInt(way == wire.up() ? 40_000 : 3_000));
        givesUp = random.nextBoolean();
        try {
            var _ = bring(backup);
        } catch (BackupFault lost) {
            if (lost.code() != FaultCode.CANCELLED && lost.code() != FaultCode.DESTINATION_LOST
                    && lost.code() != FaultCode.DESTINATION_MISSING
                    && !lost.code().name().startsWith("TERMINAL_")) {
                throw lost;
            }
        }
        givesUp = false;
        wire.heal();
    }

    @Override
    public void dieAt(VaultStep fatal) {
        machine.checkpoint = step -> {
            if (step == fatal) {
                died = true;
                wire.refuse();
                wire.cut();
                throw new TestMachine.Killed();
            }
        };
    }

    @Override
    public void down() {
        machine.checkpoint = step -> {};
        receiver.close();
        wire.refuse();
        wire.cut();
    }

    @Override
    public void up() {
        died = false;
        receiver = opened();
        wire.lead(here());
        wire.heal();
    }

    @Override
    public void end() {
        down();
        wire.close();
    }

    private record Finished(Path file, Instant modifiedAt) implements ArchiveSource {
        @Override
        public long sizeBytes() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public SeekableByteChannel open() {
            try {
                return Files.newByteChannel(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As the terminal has it, for one server. */
    private final class Host implements SessionHost {
        @Override
        public String name() {
            return "balcao";
        }

        @Override
        public String programVersion() {
            return "test";
        }

        @Override
        public InstantSource clock() {
            return () -> machine.wall;
        }

        @Override
        public StoreVault store(String asking) {
            if (!asking.equals(pin.toString())) {
                throw BackupFault.of(FaultCode.LINK_NOT_PAIRED, asking);
            }
            return machine.store();
        }

        @Override
        public RoomNeed roomNeed(Pairing pairing) {
            return RoomNeed.ofArchives(0);
        }

        @Override
        public void heard(Pairing pairing) {
            // Nobody watches.
        }

        @Override
        public void advanced(Pairing pairing, long doneBytes, long totalBytes) {
            // Nobody watches.
        }

        @Override
        public void committed(Pairing pairing, VaultArchive archive) {
            // Nobody watches.
        }
    }
}
