package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks a person on the terminal, again until the answer will do. */
final class Questions {
    private final Session session;

    Questions(Session session) {
        this.session = session;
    }

    /**
     * @param otherwise what Enter alone means; empty when there is no such answer
     * @param objection why an answer will not do, in words
     */
    String ask(String question, String otherwise, Function<String, Optional<String>> objection) {
        while (true) {
            String typed = line(otherwise.isEmpty() ? question : question + " [" + otherwise + "]");
            String answer = typed.isEmpty() ? otherwise : typed;
            Optional<String> wrong = objection.apply(answer);
            if (wrong.isEmpty()) {
                return answer;
            }
            session.output().line("  " + wrong.get());
        }
    }

    /** A question of yes or no. */
    boolean yes(String question, boolean otherwise) {
        List<String> words = List.of(session.texts().text("init.yes_words").split(" "));
        List<String> noes = List.of(session.texts().text("init.no_words").split(" "));
        String shown = session.texts().text(otherwise ? "init.yes_or_no" : "init.no_or_yes");
        String answer = ask(question + " " + shown, "", typed -> {
            String word = typed.toLowerCase(Locale.ROOT);
            return word.isEmpty() || words.contains(word) || noes.contains(word)
                    ? Optional.empty()
                    : Optional.of(session.texts().text("init.answer_yes_or_no"));
        }).toLowerCase(Locale.ROOT);
        return answer.isEmpty() ? otherwise : words.contains(answer);
    }

    private String line(String prompt) {
        return unquoted(session.ask(prompt + ":")
                .orElseThrow(() -> BackupFault.of(FaultCode.CANCELLED, "init")));
    }

    /** Windows copies a path with quotes around it. */
    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.charAt(0) == text.charAt(text.length() - 1)
                && (text.startsWith("\"") || text.startsWith("'"));
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
