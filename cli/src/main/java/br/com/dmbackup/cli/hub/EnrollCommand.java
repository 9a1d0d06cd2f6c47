package br.com.dmbackup.cli.hub;

import br.com.dmbackup.agent.hub.HubClient;
import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub enroll CODE}: gets this store's credential from its software house's hub and writes it into the settings. */
@Command(name = "enroll")
public final class EnrollCommand implements Verb {
    @Parameters(paramLabel = "${bundle:label.code}", descriptionKey = "hub.code")
    @Nullable
    String code;

    @Option(names = "--url", paramLabel = "URL")
    @Nullable
    String url;

    @Option(names = "--certificate", paramLabel = "${bundle:label.file}")
    @Nullable
    Path certificate;

    @Override
    public ExitCode run(Session session) {
        Enrolment enrolment = new Enrolment(session.home(), new Composition(session), session.words());
        Optional<Path> trusted = Optional.ofNullable(certificate).map(path -> required(session, path));
        Enrolment.Done done = enrolment.with(typed(), where(enrolment), trusted, ProgramVersion.text());
        HubClient.Enrolment heard = done.enrolment();
        session.output().line(session.texts().text("hub.enrolled", heard.client().name(),
                heard.store().formatted(), done.url().getHost()));
        if (!heard.client().integration().isEmpty()) {
            session.output().line(session.texts().text("hub.integrated", heard.client().integration()));
        }
        if (!done.template().isEmpty()) {
            session.output().line(session.texts().text("hub.template", String.join(", ", done.template())));
        }
        session.output().line(session.texts().text("hub.next"));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("cnpj", heard.store().value());
        result.put("store", heard.client().name());
        result.put("integration", heard.client().integration());
        result.put("url", done.url().toString());
        result.put("template", done.template());
        session.output().result(result);
        return ExitCode.OK;
    }

    private String typed() {
        return Objects.requireNonNull(code).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** As it was said, else as the settings have it. */
    private URI where(Enrolment enrolment) {
        String said = Optional.ofNullable(url).or(enrolment::knownUrl)
                .orElseThrow(() -> BackupFault.of(FaultCode.HUB_ADDRESS_MISSING));
        try {
            URI uri = new URI(said.strip().replaceFirst("/+$", ""));
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null
                    && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException odd) {
            throw BackupFault.of(FaultCode.HUB_ADDRESS_MISSING).causedBy(odd);
        }
        throw BackupFault.of(FaultCode.HUB_ADDRESS_MISSING);
    }

    private static Path required(Session session, Path path) {
        Path file = session.surroundings().workingFolder().resolve(path).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, file, session.texts().text("file.missing"));
        }
        return file;
    }
}
