package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The child's command line.
 *
 * @param javaHome the Java that runs it: the launcher's own
 * @param programs where the versions are
 * @param home the home folder, which is its working folder too
 * @param role which program of a version it is
 * @param prefix programs that lower its priority and then become it; may be empty
 */
record ChildCommand(Path javaHome, Programs programs, Path home, Role role, List<String> prefix) {
    private static final List<List<String>> LOW_PRIORITY = List.of(List.of("/usr/bin/nice", "-n", "10"),
            List.of("/usr/bin/ionice", "-c", "2", "-n", "7"));

    /** Of a version that does not say with which options it wants to be run. */
    private static final List<String> OTHERWISE = List.of("-XX:+UseSerialGC", "-Xmx128m");

    /** For this machine: low priority where its programs are here and the launcher itself has none yet. */
    static ChildCommand here(Programs programs, Path home, Role role) {
        List<String> prefix = new ArrayList<>();
        if (!alreadyNice()) {
            for (List<String> words : LOW_PRIORITY) {
                if (Files.isExecutable(Path.of(words.getFirst()))) {
                    prefix.addAll(words);
                }
            }
        }
        return new ChildCommand(Path.of(System.getProperty("java.home")), programs, home, role, prefix);
    }

    /** @param jar the version's main jar */
    List<String> line(String version, Path jar) {
        List<String> line = new ArrayList<>(prefix);
        line.add(javaHome.resolve("bin").resolve("java").toString());
        Path options = programs.optionsFile(version);
        if (Files.isRegularFile(options)) {
            line.add("@" + options);
        } else {
            line.addAll(OTHERWISE);
        }
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(role.command());
        line.addAll(List.of("--home", home.toString(), "--leashed"));
        return line;
    }

    Process start(String version, Path jar) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(version, jar)).directory(home.toFile());
        Map<String, String> environment = builder.environment();
        // glibc would otherwise keep an arena of memory for each thread.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        // What Java would print about options from the environment is no pulse, and they are not this program's.
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("JDK_JAVA_OPTIONS");
        return builder.start();
    }

    /** The priority was lowered by whoever started the launcher; lowered twice it would be the system's last. */
    private static boolean alreadyNice() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // After the name in parentheses, which may hold blanks, niceness is the 17th field.
            List<String> fields = Pattern.compile(" ").splitAsStream(stat.substring(stat.lastIndexOf(')') + 2))
                    .toList();
            return Integer.parseInt(fields.get(16)) > 0;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException notLinux) {
            return false;
        }
    }
}
