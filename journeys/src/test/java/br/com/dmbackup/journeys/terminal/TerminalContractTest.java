package br.com.dmbackup.journeys.terminal;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.destination.terminal.TerminalDestinationFactory;
import br.com.dmbackup.testkit.destination.ReceiverUnderTest;
import br.com.dmbackup.testkit.destination.ReceivingDestinationContract;
import br.com.dmbackup.testkit.settings.WrittenSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The terminal's destination before a real receiver with a real vault, over a wire. */
class TerminalContractTest extends ReceivingDestinationContract {
    @Override
    protected ReceiverUnderTest newReceiver() throws Exception {
        TwoMachines machines = new TwoMachines(folder);
        machines.pair();
        String pin = SettingsFile.load(machines.server.resolve("dmbackup.toml"))
                .getDestination("terminal", "pin").orElseThrow().toString();
        ReceivingDestination destination = (ReceivingDestination) new TerminalDestinationFactory("test")
                .configure(WrittenSection.in(machines.server, "address = \"" + machines.address() + "\"",
                        "pin = \"" + pin + "\"").section(),
                        "terminal", Checkpoint.NONE)
                .apply(machines.serverClock);
        return new ReceiverUnderTest() {
            @Override
            public ReceivingDestination destination() {
                return destination;
            }

            @Override
            public List<String> rawNames() {
                try (var files = Files.walk(machines.mcBkp)) {
                    return files.filter(Files::isRegularFile).map(machines.mcBkp::relativize).map(Path::toString)
                            .sorted().toList();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public long receivedBytes() {
                return machines.wire.up().carriedBytes();
            }

            @Override
            public void breakAfter(long bytes) {
                machines.wire.up().cutAfter(bytes);
            }

            @Override
            public void takeAway() {
                machines.wire.refuse();
                machines.wire.cut();
            }

            @Override
            public void bringBack() {
                machines.wire.heal();
            }

            @Override
            public void close() {
                machines.close();
            }
        };
    }
}
