package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.terminal.NewPairing;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.api.PairingReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The agent's way into its home: the composition root of this command. */
public record SessionDoor(Session session) implements HomeDoor {
    @Override
    public Home home() {
        return new Home(session.home());
    }

    @Override
    public String programVersion() {
        return ProgramVersion.text();
    }

    @Override
    public InstantSource clock() {
        return session.surroundings().clock();
    }

    @Override
    public Reading read() {
        return new Composition(session).reading();
    }

    @Override
    public Reading proposed(String settings) {
        return new Composition(session).proposed(settings);
    }

    @Override
    public List<String> engines() {
        return new Composition(session).engines().stream().map(EngineFactory::kind).toList();
    }

    @Override
    public void mark(String destination, Path folder) {
        new Composition(session).mark(destination, folder);
    }

    @Override
    public PairingReport pair(String code, Optional<String> address) {
        return new NewPairing(session).with(code, address);
    }

    @Override
    public Installation open(Sound settings) {
        return new Composition(session).open(settings);
    }
}
