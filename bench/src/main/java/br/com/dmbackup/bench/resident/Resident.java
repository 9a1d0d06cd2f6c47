package br.com.dmbackup.bench.resident;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Does what it is asked on its standard input, one line after the other, words parted by tabs, and answers each line
 * when the work is done: {@code ok} with numbers and words, or {@code failed} with the reason.
 *
 * <pre>
 * archive  DUMP FOLDER NAME                    a first archive, checked, in its place
 * archive  DUMP FOLDER NAME BASE SEAL          the next one after BASE: ok, bytes, new bytes, new encoded bytes, seal
 * deliver  ARCHIVE FOLDER NAME                 brings an archive to another folder, checked there: ok
 * extract  ARCHIVE FILE                        every block checked: ok, bytes
 * check    ARCHIVE…                            every byte read, each block inflated once: ok, bytes of the dumps
 * </pre>
 */
public final class Resident {
    private final Stages stages = new Stages();

    private Resident() {}

    /** Ends with its input. */
    public static void main(String[] arguments) throws IOException {
        var resident = new Resident();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            say(resident.answer(List.of(line.split("\t", -1))));
        }
    }

    private String answer(List<String> words) {
        try {
            return "ok\t" + work(words);
        } catch (BackupFault fault) {
            return "failed\t" + fault.text(Messages.in(Language.EN));
        } catch (IOException | RuntimeException failure) {
            return "failed\t" + failure;
        }
    }

    private String work(List<String> words) throws IOException {
        Path source = Path.of(words.get(1));
        return switch (words.getFirst()) {
            case "archive" ->
                stages.archive(source, Path.of(words.get(2)), words.get(3), words.subList(4, words.size()));
            case "deliver" -> stages.deliver(source, Path.of(words.get(2)), words.get(3));
            case "extract" -> stages.extract(source, Path.of(words.get(2)));
            case "check" -> stages.check(words.subList(1, words.size()).stream().map(Path::of).toList());
            default -> throw new IllegalArgumentException(words.getFirst());
        };
    }

    @SuppressWarnings("SystemOut")
    private static void say(String answer) {
        System.out.println(answer);
        System.out.flush();
    }
}
