package br.com.dmbackup.core.backup;

import br.com.dmbackup.protocol.Cnpj;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text without what could be somebody's: numbers shaped as a CPF, a CNPJ or a telephone, e-mail addresses, persons' names
 * in folders, and the row data that database servers quote in their messages (in the languages that they speak in our
 * stores). Used where text that others wrote leaves our hands: messages to people, the log, the support bundle. Names in
 * free text cannot be known here.
 */
public final class MaskedText {
    /** What stands in the place of something that was taken away. */
    public static final String MASK = "***";

    private record Rule(Pattern pattern, String instead) {}

    private static final List<Rule> RULES = List.of(
            // PostgreSQL: Key (cpf)=(529.982.247-25) already exists.
            rule("\\)=\\((?:[^()]|\\([^()]*\\))*\\)", ")=(" + MASK + ")"),
            // PostgreSQL: Failing row contains (1, Maria, ...).
            rule("(?i)(row contains|falhou contém|fallas? contiene|falla contiene) \\(.*\\)", "$1 (" + MASK + ")"),
            // SQL Server: The duplicate key value is (Maria).
            rule("(?i)(key value is|valor de chave duplicad[ao] é|valor de la clave duplicada es) \\(.*?\\)(?=\\.|$)",
                    "$1 (" + MASK + ")"),
            // PostgreSQL: COPY cliente, line 3, column nome: "Maria"
            rule("(COPY [^\\n:]{1,200}): \".*\"", "$1: \"" + MASK + "\""),
            // PostgreSQL: invalid input syntax for type integer: "Maria"
            rule("(?i)((?:syntax|sintaxe|sintaxis)[^\\n:\"]{1,100}): \".*\"", "$1: \"" + MASK + "\""),
            // pg_restore: Command was: INSERT INTO ...
            rule("(Command was|[Cc]omando (?:era|foi|fue)): .*", "$1: " + MASK),
            rule("(?i)\\b(INSERT INTO|UPDATE|VALUES)\\b[^\\n]*", "$1 " + MASK),
            rule("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+", MASK),
            // C:\Users\Maria, \\servidor\home\maria, /home/maria; before a further folder a blank is part of the name.
            rule("(?i)([\\\\/](?:users|usuários|usuarios|home)[\\\\/]+)(?!\\*\\*\\*)"
                    + "(?:[^\\\\/:\"'\\s]+(?: [^\\\\/:\"'\\s]+)*(?=[\\\\/])|[^\\\\/:\"'\\s,;)]+)", "$1" + MASK),
            // A count of bytes has as many digits.
            rule("(?<![\\p{L}\\d])\\d{11}(?![\\p{L}\\d]| bytes)", MASK),
            rule("(?<![\\p{L}\\d.])\\d{3}[.-]?\\d{3}[.-]?\\d{3}-\\d{2}(?![\\p{L}\\d])", MASK),
            rule("(?<![\\p{L}\\d.])\\d{3}\\.\\d{3}\\.\\d{3}[/ ]?\\d{2}(?![\\p{L}\\d])", MASK),
            rule("(?<![\\p{L}\\d])[\\dA-Z]{2}\\.?[\\dA-Z]{3}\\.?[\\dA-Z]{3}/[\\dA-Z]{4}-?\\d{2}(?!\\d)", MASK),
            rule("(?<![\\p{L}\\d])\\d{14}(?![\\p{L}\\d]| bytes)", MASK),
            rule("\\(\\d{2}\\) ?9?\\d{4}-?\\d{4}(?!\\d)", MASK));

    /** The new kind of CNPJ, bare: as any word may look so, only with the right check digits. */
    private static final Pattern LETTERED = Pattern.compile("(?<![\\p{L}\\d])[\\dA-Z]{12}\\d{2}(?![\\p{L}\\d])");

    private MaskedText() {}

    /** The same text without them. */
    public static String of(String text) {
        String masked = text;
        for (Rule rule : RULES) {
            masked = rule.pattern().matcher(masked).replaceAll(rule.instead());
        }
        return LETTERED.matcher(masked)
                .replaceAll(found -> Cnpj.parse(found.group()).isPresent() ? MASK : found.group());
    }

    private static Rule rule(String pattern, String instead) {
        return new Rule(Pattern.compile(pattern), instead);
    }
}
