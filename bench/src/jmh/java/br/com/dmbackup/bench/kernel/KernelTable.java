package br.com.dmbackup.bench.kernel;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all kernels and prints the Markdown table of {@code docs/performance.md}. */
public final class KernelTable {
    private static final String GARBAGE = "gc.alloc.rate.norm";

    private KernelTable() {}

    /** Argument: which kernels, as a pattern; all unless said. */
    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder().include(arguments.length > 0 ? arguments[0] : "kernel\\.")
                .forks(1).warmupIterations(3).warmupTime(TimeValue.seconds(2)).measurementIterations(5)
                .measurementTime(TimeValue.seconds(1)).addProfiler(GCProfiler.class).shouldFailOnError(true)
                .jvmArgs("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED")
                .verbosity(VerboseMode.SILENT).build();
        Collection<RunResult> results = new Runner(options).run();
        say("| one thread | MB/s | blocks/s | garbage, bytes a block |");
        say("|---|---:|---:|---:|");
        for (RunResult result : results) {
            say(row(result));
        }
    }

    private static String row(RunResult result) {
        var found = result.getSecondaryResults();
        String way = result.getParams().getParam("way");
        var bytes = found.get("bytes");
        return String.format(Locale.ROOT, "| %s | %s | %,.0f | %,.0f |",
                result.getPrimaryResult().getLabel() + (way == null ? "" : ", " + way),
                bytes == null ? "" : String.format(Locale.ROOT, "%,.0f", bytes.getScore() / 1e6),
                result.getPrimaryResult().getScore(), found.get(GARBAGE).getScore());
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
