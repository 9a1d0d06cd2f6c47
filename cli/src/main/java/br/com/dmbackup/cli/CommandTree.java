package br.com.dmbackup.cli;

import br.com.dmbackup.protocol.Messages;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/** The commands as picocli knows them, with their help in one language. */
final class CommandTree {
    private static final String HELP = "br.com.dmbackup.cli.help";

    private CommandTree() {}

    static CommandLine of(GlobalOptions options, List<Object> verbs, Messages texts, int columns) {
        ResourceBundle help = ResourceBundle.getBundle(HELP, texts.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        CommandLine root = new CommandLine(options);
        verbs.forEach(root::addSubcommand);
        root.setResourceBundle(help);
        root.setUsageHelpWidth(Math.clamp(columns, 60, 120));
        root.setHelpFactory((spec, colors) -> new TranslatedHelp(spec, colors, help));
        labels(root, help.getString("label.command"));
        return root;
    }

    private static void labels(CommandLine command, String subcommand) {
        command.getCommandSpec().usageMessage().synopsisSubcommandLabel(subcommand).abbreviateSynopsis(true)
                .sortOptions(false);
        command.getSubcommands().values().forEach(child -> labels(child, subcommand));
    }

    /** picocli has no key for the word that stands for the options in the first line. */
    private static final class TranslatedHelp extends Help {
        private final String options;

        TranslatedHelp(CommandSpec spec, ColorScheme colors, ResourceBundle help) {
            super(spec, colors);
            this.options = help.getString("label.options");
        }

        @Override
        public String synopsis(int headingLength) {
            return super.synopsis(headingLength).replace("[OPTIONS]", options);
        }
    }
}
