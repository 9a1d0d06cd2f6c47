package br.com.dmbackup.core.archive;

/** A name from a ZIP of unknown origin, fit to be shown. Never used as a path. */
final class HarmlessName {
    private static final int LONGEST = 120;

    private HarmlessName() {}

    static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = new StringBuilder();
        last.codePoints().limit(LONGEST).forEach(point -> shown.appendCodePoint(harmless(point) ? point : '_'));
        boolean empty = shown.toString().replace(".", "").isBlank();
        return empty ? "dump" : shown.toString();
    }

    /** No control or formatting characters (which can turn text around), nothing that file systems read as a sign. */
    private static boolean harmless(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED && type != Character.PRIVATE_USE && "<>:\"|?*".indexOf(point) < 0;
    }
}
