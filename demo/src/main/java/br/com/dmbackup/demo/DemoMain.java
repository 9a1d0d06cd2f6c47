package br.com.dmbackup.demo;

import br.com.dmbackup.cli.Dmbackup;
import java.util.List;

/** The command {@code dmbackup} of a checkout: the product's verbs, and the demo. */
public final class DemoMain {
    private DemoMain() {}

    public static void main(String[] arguments) {
        Dmbackup.runAndExit(arguments, List.of(new DemoCommand(), new FastAgentCommand()));
    }
}
