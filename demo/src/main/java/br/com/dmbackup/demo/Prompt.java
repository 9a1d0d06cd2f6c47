package br.com.dmbackup.demo;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the demo types the product's commands: shows each as a person would type it, and runs it. */
final class Prompt {
    private final Surroundings surroundings;
    private final Messages texts;
    private final String program;
    private final List<String> always;
    private final List<Typed> typed = new ArrayList<>();

    /**
     * @param surroundings those of the typed commands, with the demo's clock
     * @param program what the person typed to start the program
     * @param always options that follow every command
     */
    Prompt(Surroundings surroundings, Messages texts, String program, List<String> always) {
        this.surroundings = surroundings;
        this.texts = texts;
        this.program = program;
        this.always = List.copyOf(always);
    }

    /** What was typed, for a program. */
    record Typed(String command, int exitCode) {}

    /** Runs a command that must succeed. */
    void type(String... arguments) {
        typeExpecting(ExitCode.OK, arguments);
    }

    /**
     * Runs a command that must end with this code.
     *
     * @throws DemoStopped when it ends with another one
     */
    void typeExpecting(ExitCode expected, String... arguments) {
        TypedLine line = line(arguments);
        surroundings.screen().out().println("$ " + line.text(surroundings.screen().columns() - 2));
        int code = Dmbackup.run(line.arguments(), surroundings, List.of());
        typed.add(new Typed(line.text(), code));
        if (code != expected.number()) {
            throw new DemoStopped(texts.text("demo.unexpected", arguments[0], code, expected.number()),
                    code == 0 ? ExitCode.INTERNAL : exitCode(code));
        }
    }

    TypedLine line(String... arguments) {
        return new TypedLine(program, Stream.concat(Arrays.stream(arguments), always.stream()).toList());
    }

    /** Options that follow every command. */
    List<String> always() {
        return always;
    }

    List<Typed> typed() {
        return List.copyOf(typed);
    }

    private static ExitCode exitCode(int number) {
        return Arrays.stream(ExitCode.values()).filter(code -> code.number() == number).findFirst()
                .orElse(ExitCode.INTERNAL);
    }
}
