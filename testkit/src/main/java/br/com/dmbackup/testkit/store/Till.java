package br.com.dmbackup.testkit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Sells: writes a sale with its items, invoice and controlled-medicine records. The caller holds the transaction. */
final class Till implements AutoCloseable {
    private final List<Product> products;
    private final int customers;
    private final Zipf popularity;
    private final Random random;
    private final PreparedStatement sale;
    private final PreparedStatement item;
    private final PreparedStatement invoice;
    private final PreparedStatement controlled;
    private final PreparedStatement takeFromStock;

    Till(Connection connection, List<Product> products, int customers, Random random) throws SQLException {
        this.products = products;
        this.customers = customers;
        this.popularity = new Zipf(products.size());
        this.random = random;
        this.sale = connection.prepareStatement("INSERT INTO venda VALUES (?,?,?,?,?,?,?)");
        this.item = connection.prepareStatement(
                "INSERT INTO venda_item(venda_id, produto_id, quantidade, preco, conferencia) VALUES (?,?,?,?,?)");
        this.invoice = connection.prepareStatement("INSERT INTO nfce VALUES (?,?,?,?)");
        this.controlled = connection.prepareStatement("""
                INSERT INTO sngpc(venda_id, produto_id, lista, quantidade, lote, receita, crm, comprador, comprador_cpf,
                data_hora) VALUES (?,?,?,?,?,?,?,?,?,?)""");
        this.takeFromStock = connection.prepareStatement("UPDATE produto SET estoque = estoque - ? WHERE id = ?");
    }

    void sell(long id, LocalDateTime time) throws SQLException {
        List<SoldItem> items = basket();
        String when = time.toString();
        int total = items.stream().mapToInt(SoldItem::totalCents).sum();
        sale.setLong(1, id);
        sale.setString(2, when);
        sale.setObject(3, random.nextInt(3) == 0 ? null : 1 + random.nextInt(customers));
        sale.setInt(4, 1 + random.nextInt(3));
        sale.setString(5, Words.one(Words.PAYMENTS, random));
        sale.setInt(6, total);
        sale.setString(7, recordHash());
        sale.executeUpdate();
        for (SoldItem sold : items) {
            line(id, when, sold);
        }
        String key = Invoice.accessKey(id, time, random);
        String protocol = "135" + Words.digits(12, random);
        invoice.setLong(1, id);
        invoice.setString(2, key);
        invoice.setString(3, protocol);
        invoice.setString(4, Invoice.xml(key, protocol, time, items, random));
        invoice.executeUpdate();
    }

    /** Fiscal programs store a hash with each record; random digits compress as badly. */
    private String recordHash() {
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    private List<SoldItem> basket() {
        int count = 1 + Math.min(random.nextInt(5), random.nextInt(7));
        List<SoldItem> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(new SoldItem(products.get(popularity.next(random)), 1 + random.nextInt(2)));
        }
        return items;
    }

    private void line(long saleId, String when, SoldItem sold) throws SQLException {
        item.setLong(1, saleId);
        item.setInt(2, sold.product().id());
        item.setInt(3, sold.quantity());
        item.setInt(4, sold.product().priceCents());
        item.setString(5, recordHash());
        item.executeUpdate();
        takeFromStock.setInt(1, sold.quantity());
        takeFromStock.setInt(2, sold.product().id());
        takeFromStock.executeUpdate();
        if (sold.product().controlled()) {
            controlled.setLong(1, saleId);
            controlled.setInt(2, sold.product().id());
            controlled.setString(3, sold.product().list());
            controlled.setInt(4, sold.quantity());
            controlled.setString(5, "L" + Words.digits(6, random));
            controlled.setString(6, Words.digits(8, random));
            controlled.setString(7, "CRM-SP " + Words.digits(6, random));
            controlled.setString(8, Words.person(random));
            controlled.setString(9, CheckDigits.cpf(Words.digits(9, random)));
            controlled.setString(10, when);
            controlled.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(sale, item, invoice, controlled, takeFromStock)) {
            statement.close();
        }
    }
}
