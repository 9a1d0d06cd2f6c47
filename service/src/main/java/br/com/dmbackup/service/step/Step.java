package br.com.dmbackup.service.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One thing to be done to the machine. Done again it changes nothing more. */
public sealed interface Step {

    /** As a line that a technician reads, close to what he would type. */
    String shown();

    /** A folder with these rights, also where it is there already. */
    record Folder(Path path, FileRights rights) implements Step {
        @Override
        public String shown() {
            return "mkdir " + path + "  (" + rights.owner() + ":" + rights.group() + " " + rights.octal() + ")";
        }
    }

    /** A file with this text and these rights, replaced whole. */
    record TextFile(Path path, String text, FileRights rights) implements Step {
        @Override
        public String shown() {
            return "write " + path + "  (" + rights.owner() + ":" + rights.group() + " " + rights.octal() + ")\n"
                    + text.indent(4).stripTrailing();
        }
    }

    /** Files and folders copied into a folder that takes the place of the one there; readable to all, the system's own. */
    record Copy(List<Path> from, Path to) implements Step {
        @Override
        public String shown() {
            return "copy " + String.join(" ", from.stream().map(Path::toString).toList()) + " -> " + to;
        }
    }

    /** One file copied to where it is needed, unless the same bytes are there. */
    record CopyFile(Path from, Path to) implements Step {
        @Override
        public String shown() {
            return "copy " + from + " -> " + to;
        }
    }

    /** Rights of a file, where it exists. */
    record Rights(Path path, FileRights rights) implements Step {
        @Override
        public String shown() {
            return "chmod " + rights.octal() + " " + path + "  (" + rights.owner() + ":" + rights.group() + ")";
        }
    }

    /** Everything in a folder, links never followed: its owner, and nothing for those who are neither owner nor group. */
    record GiveAll(Path folder, String owner, String group) implements Step {
        @Override
        public String shown() {
            return "chown -R " + owner + ":" + group + " " + folder + "; chmod -R o-rwx,g-w " + folder;
        }
    }

    /** A program that is run to its end. */
    record Command(List<String> line, Set<Integer> alsoFine) implements Step {
        public Command(String... line) {
            this(List.of(line), Set.of());
        }

        @Override
        public String shown() {
            return String.join(" ", line);
        }
    }

    /** A file that is no longer wanted. */
    record Remove(Path path) implements Step {
        @Override
        public String shown() {
            return "rm " + path;
        }
    }
}
