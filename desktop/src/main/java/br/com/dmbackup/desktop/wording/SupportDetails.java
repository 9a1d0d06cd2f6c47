package br.com.dmbackup.desktop.wording;

/**
 * What "Copiar detalhes" puts on the clipboard: codes and versions, never a sentence, a path or a name, as those may tell
 * of the store and its people.
 *
 * @param programVersion version of the program that shows the windows
 */
public record SupportDetails(String programVersion) {
    String of(Wording failure) {
        return "DMBackup " + programVersion + "\n"
                + (failure.number().isEmpty() ? "" : failure.number() + " ") + failure.name() + "\n"
                + (failure.support().isEmpty() ? "" : failure.support() + "\n")
                + System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + ", Java "
                + System.getProperty("java.version", "") + "\n";
    }
}
