package br.com.dmbackup.core.engine.onefile;

import java.nio.file.Path;

/** Names of further databases in the folder of one. */
public final class Siblings {
    private Siblings() {}

    /** {@code loja.db} becomes {@code loja_suffix.db}. */
    public static Path named(Path database, String suffix) {
        String name = String.valueOf(database.toAbsolutePath().getFileName());
        int dot = name.lastIndexOf('.');
        String sibling = dot <= 0
                ? name + "_" + suffix
                : name.substring(0, dot) + "_" + suffix + name.substring(dot);
        return database.toAbsolutePath().resolveSibling(sibling);
    }
}
