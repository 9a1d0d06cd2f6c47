package br.com.dmbackup.service;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the fake version in the tests runs: says who it is in the home, gives a pulse, ends with its leash. */
final class FakeAgent {
    private FakeAgent() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        Path home = Path.of(given.get(given.indexOf("--home") + 1));
        Files.writeString(home.resolve("state/agent/lives"),
                System.getProperty("user.name") + " " + ProcessHandle.current().pid());
        System.out.println("pulse");
        System.out.flush();
        long said = System.in.transferTo(OutputStream.nullOutputStream());
        Files.writeString(home.resolve("state/agent/ended"), given.getFirst() + " " + said);
        System.exit(0);
    }
}
