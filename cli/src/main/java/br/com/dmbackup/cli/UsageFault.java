package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the person's language what picocli found wrong with a command line. */
final class UsageFault {
    private UsageFault() {}

    static BackupFault of(ParameterException wrong, Messages texts) {
        return BackupFault.of(FaultCode.USAGE, what(wrong, texts)).causedBy(wrong);
    }

    private static String what(ParameterException wrong, Messages texts) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, texts);
            case MissingParameterException missing -> texts.text("usage.missing", missing.getMissing().stream()
                    .map(UsageFault::name).collect(Collectors.joining(", ")));
            case MutuallyExclusiveArgsException both -> texts.text("usage.exclusive", "--to", "--replace");
            case OverwrittenOptionException twice -> texts.text("usage.twice", name(twice.getOverwritten()));
            default -> wrong.getArgSpec() == null
                    ? texts.text("usage.other", String.valueOf(wrong.getMessage()))
                    : texts.text("usage.value", name(wrong), String.valueOf(wrong.getValue()));
        };
    }

    private static String unmatched(UnmatchedArgumentException unmatched, Messages texts) {
        String argument = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().getFirst();
        List<String> meant = unmatched.getSuggestions();
        if (!meant.isEmpty()) {
            return texts.text("usage.unknown_meant", argument, meant.getFirst());
        }
        return texts.text("usage.unknown", argument);
    }

    private static String name(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        return argument == null ? "" : name(argument);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
