package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.sqlserver.SqlServerDouble;
import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store whose database is in a double of SQL Server: {@code MCDados}, with one table of products. */
public final class SqlServerShop implements AutoCloseable {
    public static final String DATABASE = "MCDados";
    private static final String TABLE = "produto";

    public final Instance instance;
    final Database live;
    final SqlServerDouble server;

    public SqlServerShop(Path folder, String password, int products) {
        instance = new Instance(Product.express2022(), folder.resolve("SQL"),
                Clock.system(ZoneId.of("America/Sao_Paulo")), password);
        live = instance.create(DATABASE);
        stock(products);
        server = SqlServerDouble.start(instance).encrypt(Encryption.EVERYTHING);
    }

    /** Has so many products from now on. */
    void stock(int products) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long i = 1; i <= products; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(i);
            row.add("Dipirona sódica 500 mg, caixa com 10 comprimidos, nº " + i);
            rows.add(row);
        }
        live.put(Table.of(TABLE, TableColumn.number("id"), TableColumn.text("nome")).withRows(rows));
    }

    public void addOneProduct() {
        live.insert("dbo." + TABLE, List.of(9001L, "novo"));
    }

    /** How many products a database of this server has. */
    public int products(String database) {
        return instance.database(database).orElseThrow().table("dbo." + TABLE).orElseThrow().rows().size();
    }

    /** All databases that are not the server's own. */
    public List<String> names() {
        return instance.databases().stream().map(Database::name)
                .filter(name -> !Instance.SYSTEM_DATABASES.contains(name)).toList();
    }

    /** For {@code --database}. */
    public String address(String database) {
        return "sqlserver://sa@127.0.0.1:" + server.port() + "/" + database + "?encryption=trust";
    }

    @Override
    public void close() {
        server.close();
        assertThat(server.refused()).isEmpty();
    }
}
