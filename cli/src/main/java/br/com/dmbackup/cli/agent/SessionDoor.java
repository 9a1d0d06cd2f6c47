package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import java.time.InstantSource;

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
    public Installation open(Sound settings) {
        return new Composition(session).open(settings);
    }
}
