package br.com.dmbackup.cli.support;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.rights.HomeRights;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a bundle by their names. What cannot be found out is said so in its place: a bundle is for bad days. */
final class BundleContent {
    private static final int MOST_RUNS = 200;
    private static final int LISTED_DEEP = 4;
    private static final int MOST_FILES = 2000;

    private final Session session;
    private final Home home;
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    BundleContent(Session session) {
        this.session = session;
        this.home = new Home(session.home());
    }

    /** All of them, scrubbed. */
    Map<String, String> texts() {
        MaskedSettings settings = MaskedSettings.of(home, session.words());
        Scrub scrub = new Scrub(settings.privateWords());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("LEIA-ME.txt",
                session.texts().text("support.in") + "\n" + session.texts().text("support.out") + "\n");
        texts.put("settings.txt", lines(settings.lines().stream()));
        texts.put("versions.txt", told(this::versions));
        if (settings.wordsKnown()) {
            texts.put("status.json", told(this::status));
            texts.put("catalog.txt", told(this::catalog));
        } else {
            texts.put("left-out.txt", session.texts().text("support.left_out") + "\n");
        }
        texts.put("launcher.txt", told(this::launcher));
        texts.put("rights.txt", told(this::rights));
        texts.put("disks.txt", told(this::disks));
        texts.put("files.txt", told(this::files));
        if (settings.wordsKnown()) {
            new LatestLogs(home.logFolder()).each((name, text) -> texts.put("logs/" + name, text));
        }
        texts.replaceAll((name, text) -> scrub.of(text));
        return texts;
    }

    private String told(Supplier<String> text) {
        try {
            return text.get();
        } catch (BackupFault fault) {
            return "DM-" + fault.code().number() + " " + fault.text(session.words()) + "\n";
        } catch (AgentFault fault) {
            return "DM-" + fault.code().number() + " " + fault.text(session.words()) + "\n";
        }
    }

    private String versions() {
        Runtime machine = Runtime.getRuntime();
        return lines(Stream.of("DMBackup " + ProgramVersion.text(), "Java " + property("java.runtime.version") + " "
                + property("java.vendor"), "VM " + property("java.vm.name"),
                "OS " + property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                "processors " + machine.availableProcessors(), "heap " + machine.maxMemory(),
                "locale " + property("user.language") + " " + property("sun.jnu.encoding"),
                "now " + session.surroundings().clock().instant()));
    }

    private String status() {
        return LocalAgent.find(home.root()).map(agent -> json.writeValueAsString(agent.status())).orElse("{}") + "\n";
    }

    private String catalog() {
        if (!Files.isRegularFile(home.catalogFile())) {
            return "-\n";
        }
        try (Catalog catalog = Catalog.open(home.catalogFile(), session.surroundings().clock())) {
            Stream<String> runs = catalog.runs(MOST_RUNS).stream().map(run -> "run " + run.startedAt() + " "
                    + run.endedAt() + " " + run.outcome() + " " + run.fault().orElse("-") + " dump " + run.dumpBytes()
                    + " archive " + run.archiveBytes() + " " + run.faultWords().orElse(""));
            Stream<String> drills = catalog.drills().stream().map(drill -> "drill " + drill.at() + " "
                    + drill.passed() + " " + drill.proof() + " " + drill.fault().orElse("-") + " tables "
                    + drill.tables() + " rows " + drill.rows() + " " + drill.duration());
            Stream<String> owed = catalog.owed().stream().map(delivery -> "owed " + delivery);
            Stream<String> places = catalog.placements().stream().map(placement -> "placed " + placement);
            return lines(Stream.of(runs, drills, owed, places).flatMap(all -> all));
        }
    }

    private String launcher() {
        LaunchRecord record = LaunchRecord.read(home.root());
        return lines(Stream.of(record.toString(), ServiceMark.of(home).map(Object::toString).orElse("no service")));
    }

    private String rights() {
        HomeRights rights = HomeRights.of(home);
        return lines(Stream.concat(rights.problems().stream().map(notice -> notice.text(session.words())),
                rights.expected().keySet().stream().map(path -> path + " " + mode(path))));
    }

    private String disks() {
        return lines(Files.isDirectory(home.root()) ? Stream.of(disk(home.root())) : Stream.empty());
    }

    private static String disk(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return folder + " " + store.type() + " total " + store.getTotalSpace() + " free "
                    + store.getUsableSpace();
        } catch (IOException unknown) {
            return folder + " ?";
        }
    }

    private String files() {
        try (Stream<Path> found = Files.walk(home.root(), LISTED_DEEP)) {
            List<Path> all = found.limit(MOST_FILES).toList();
            List<Path> ours = all.stream().filter(path -> OwnNames.all(home.root().relativize(path))).toList();
            return lines(Stream.concat(ours.stream().map(path -> mode(path) + " " + size(path) + " "
                    + home.root().relativize(path)), Stream.of("others " + (all.size() - ours.size()))));
        } catch (IOException | java.io.UncheckedIOException hidden) {
            return "?\n";
        }
    }

    private static String size(Path path) {
        try {
            return Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return "?";
        }
    }

    private static String mode(Path path) {
        try {
            return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? String.format("%06o", (int) Files.getAttribute(path, "unix:mode"))
                    : "-";
        } catch (IOException hidden) {
            return "?";
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }
}
