package br.com.dmbackup.journeys.desktop;

import br.com.dmbackup.desktop.assistant.AssistantDialog;
import br.com.dmbackup.desktop.close.CloseSheet;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.pairing.PairingDialog;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.Trouble;
import java.awt.EventQueue;
import java.awt.Window;
import java.time.Instant;
import java.util.List;

/** All windows of the program, each in the states in which a person may see it. */
final class Scenes {
    static final List<Scene> ALL = List.of(new Scene("window", (main, agent) -> main),
            new Scene("window-working", Scenes::working), new Scene("window-attention", Scenes::attention),
            new Scene("window-failure", Scenes::failure), new Scene("window-no-agent", Scenes::noAgent),
            new Scene("fault", Scenes::fault), new Scene("local-only", Scenes::local),
            new Scene("slots", Scenes::slots),
            new Scene("manual", Scenes::manual), new Scene("restore", Scenes::restore),
            new Scene("suspicious", Scenes::suspicious), new Scene("close", Scenes::close),
            new Scene("close-password", Scenes::closePassword), new Scene("settings", Scenes::settings),
            room("address"),
            new Scene("settings-flaws", Scenes::settingsFlaws), new Scene("settings-notices", Scenes::settingsNotices),
            new Scene("remedy", Scenes::remedy),
            over("assistant-1", "assistant", AssistantDialog::new),
            new Scene("assistant-2", (main, agent) -> assistant(main, 2)),
            over("pairing", "pairing", PairingDialog::new));

    private Scenes() {}

    /** What the button of a room opens. */
    private static Scene room(String room) {
        return new Scene(room, (main, agent) -> main.open("window." + room, room));
    }

    private interface Made {
        Sheet of(Window owner, DesktopContext context);
    }

    private static Scene over(String name, String room, Made made) {
        return new Scene(name, (main, agent) -> {
            EventQueue.invokeLater(() -> made.of(main.desktop().window(), main.desktop().context()).open());
            return Page.dialog(main.robot(), room);
        });
    }

    private static Page settings(MainPage main, ScriptedAgent agent) {
        FormPage settings = new FormPage(main.open("window.settings", "settings"));
        settings.waitFor("settings.board");
        return settings;
    }

    private static Page settingsFlaws(MainPage main, ScriptedAgent agent) {
        FormPage settings = new FormPage(main.open("window.settings", "settings"));
        settings.waitFor("settings.board");
        settings.press("settings.change");
        settings.waitFor("settings.save");
        settings.waitUntilEditable("local.slots");
        settings.put("local.slots", "99");
        settings.press("settings.save");
        settings.says("local.slots.flaw", " ");
        return settings;
    }

    private static Page settingsNotices(MainPage main, ScriptedAgent agent) {
        FormPage settings = new FormPage(main.open("window.settings", "settings"));
        settings.waitFor("settings.board");
        settings.press("settings.change");
        settings.waitUntilEditable("local.slots");
        settings.tab(main.desktop().context().texts().text("settings.topic.NOTICES"));
        settings.press("settings.notice.add.telegram");
        settings.press("settings.notice.add.webhook");
        settings.put("notify[telegram].chat", "-1001234567890");
        settings.put("notify[telegram].token", "1234567890:0000000000000000000000000");
        return settings;
    }

    private static Page remedy(MainPage main, ScriptedAgent agent) {
        attention(main, agent);
        main.pressFirst("window.what_to_do");
        Page.dialog(main.robot(), "fault").press("fault.mend");
        Page remedy = Page.dialog(main.robot(), "remedy");
        remedy.says("remedy.said", " ");
        return remedy;
    }

    /** The assistant over a store that is set up already; its copies stay on the one machine. */
    private static Page assistant(MainPage main, int page) {
        EventQueue.invokeLater(
                () -> new AssistantDialog(main.desktop().window(), main.desktop().context()).open());
        FormPage assistant = new FormPage(Page.dialog(main.robot(), "assistant"));
        for (int shown = 1; shown < page; shown++) {
            assistant.says("assistant.heading", Integer.toString(shown));
            if (shown == 3) {
                assistant.pick("assistant.local");
            }
            assistant.press("assistant.next");
        }
        assistant.says("assistant.heading", Integer.toString(page));
        return assistant;
    }

    private static Page working(MainPage main, ScriptedAgent agent) {
        agent.shows(AgentLight.WORKING, StatusText.DUMPING_AND_ARCHIVING, 700_000_000, 1_811_939_328);
        main.says("window.progress", "38 %");
        return main;
    }

    private static Page attention(MainPage main, ScriptedAgent agent) {
        agent.shows(AgentLight.ATTENTION, StatusText.WAITING, 0, -1, trouble(agent, "delivery:terminal",
                AgentLight.ATTENTION, FaultCode.DELIVERY_OWED, "terminal",
                agent.words.text("why.copies_owed", 4)));
        main.says("window.trouble", " ");
        return main;
    }

    private static Page failure(MainPage main, ScriptedAgent agent) {
        agent.shows(AgentLight.FAILURE, StatusText.WAITING, 0, -1,
                trouble(agent, "database", AgentLight.FAILURE, FaultCode.DATABASE_MISSING, "C:\\DMASTER\\loja.db"),
                trouble(agent, "delivery:terminal", AgentLight.ATTENTION, FaultCode.DELIVERY_OWED, "terminal",
                        agent.words.text("why.copies_owed", 4)));
        main.says("window.trouble", " ");
        return main;
    }

    private static Page noAgent(MainPage main, ScriptedAgent agent) {
        agent.close();
        main.status(main.desktop().context().texts().text("window.no_agent"));
        return main;
    }

    private static Page fault(MainPage main, ScriptedAgent agent) {
        failure(main, agent);
        main.pressFirst("window.what_to_do");
        return Page.dialog(main.robot(), "fault");
    }

    private static Page local(MainPage main, ScriptedAgent agent) {
        agent.localOnly(agent.words.notice(br.com.dmbackup.protocol.NoticeCode.LOCAL_ONLY));
        return Page.dialog(main.robot(), "local");
    }

    /** Everything that a slot may be, at two places. */
    private static Page slots(MainPage main, ScriptedAgent agent) {
        Trouble why = trouble(agent, "backup", AgentLight.FAILURE, FaultCode.BACKUP_SUSPICIOUS,
                ScriptedArchives.reason(agent.words), "suspeito/14h/MCDados.zip");
        agent.pictures(ScriptedArchives.troubled(agent.words), why);
        main.says("window.trouble", " ");
        main.says("slots.terminal.owed", "terminal");
        return main;
    }

    private static Page manual(MainPage main, ScriptedAgent agent) throws java.io.IOException {
        Page manual = main.open("window.manual", "manual");
        java.nio.file.Path pen = java.nio.file.Files.createDirectories(
                java.nio.file.Path.of(System.getProperty("java.io.tmpdir"), "pendrive"));
        java.nio.file.Files.writeString(pen.resolve("MCDados.zip"), "");
        java.nio.file.Files.setLastModifiedTime(pen.resolve("MCDados.zip"),
                java.nio.file.attribute.FileTime.from(Instant.parse("2026-11-20T13:10:00Z")));
        manual.type("manual.folder", pen.toString());
        manual.says("manual.replaces", " ");
        return manual;
    }

    private static Page restore(MainPage main, ScriptedAgent agent) {
        Page restore = main.open("window.restore", "restore");
        restore.says("restore.rows", " ");
        return restore;
    }

    private static Page suspicious(MainPage main, ScriptedAgent agent) {
        slots(main, agent);
        new ArchivesPage(main).click("slots.local.14h");
        return Page.dialog(main.robot(), "suspicious");
    }

    private static Page close(MainPage main, ScriptedAgent agent) {
        EventQueue.invokeLater(() -> new CloseSheet(main.desktop().window(), main.desktop().context()).open());
        return Page.dialog(main.robot(), "close");
    }

    private static Page closePassword(MainPage main, ScriptedAgent agent) {
        close(main, agent).press("close.change");
        return Page.dialog(main.robot(), "close_password");
    }

    private static Trouble trouble(ScriptedAgent agent, String topic, AgentLight light, FaultCode code,
            Object... arguments) {
        return new Trouble(topic, light, code.name(), "DM-" + code.number(), agent.words.faultText(code, arguments),
                agent.words.faultHint(code, arguments), List.of(), Instant.parse("2026-11-23T13:00:07Z"));
    }
}
