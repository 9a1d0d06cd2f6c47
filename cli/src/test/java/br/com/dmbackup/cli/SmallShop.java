package br.com.dmbackup.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A folder named as such folders are, with a shop's database and a terminal's folder in it. */
record SmallShop(Path folder) {
    static SmallShop in(Path parent) {
        try {
            SmallShop shop = new SmallShop(Files.createDirectories(parent.resolve("Farmácia")));
            Files.createDirectories(shop.folder.resolve("terminal"));
            database(shop.folder.resolve("loja.db"), 500);
            return shop;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of about 2 KB that hardly shrink. */
    static void database(Path file, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table produto (id integer primary key, nome text)");
            statement.executeUpdate("with recursive n(i) as (select 1 union all select i + 1 from n where i < " + rows
                    + ") insert into produto select i, hex(randomblob(1000)) from n");
        }
    }

    Path home() {
        return folder.resolve("casa");
    }

    Path settings() {
        return home().resolve("dmbackup.toml");
    }

    String settingsText() {
        try {
            return Files.readString(settings());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Typed typed() {
        return new Typed(folder);
    }

    /** Set up, with the terminal and a first backup. */
    SmallShop ready() {
        Typed typed = typed();
        if (typed.run("init", "--home", "casa", "--database", "loja.db", "--terminal", "terminal", "--yes") != 0) {
            throw new IllegalStateException(typed.out() + typed.err());
        }
        return this;
    }
}
