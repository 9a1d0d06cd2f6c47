package br.com.dmbackup.testkit.store;

import java.util.List;

/** The pharmacy's tables and indexes; money is in centavos. */
final class Schema {
    static final List<String> TABLES = List.of("""
            CREATE TABLE produto (
                id INTEGER PRIMARY KEY, ean TEXT NOT NULL UNIQUE, nome TEXT NOT NULL, laboratorio TEXT NOT NULL,
                preco INTEGER NOT NULL, custo INTEGER NOT NULL, estoque INTEGER NOT NULL, lista TEXT NOT NULL)""", """
            CREATE TABLE cliente (
                id INTEGER PRIMARY KEY, cpf TEXT NOT NULL, nome TEXT NOT NULL, telefone TEXT NOT NULL,
                endereco TEXT NOT NULL, nascimento TEXT NOT NULL, pontos INTEGER NOT NULL)""", """
            CREATE TABLE venda (
                id INTEGER PRIMARY KEY, data_hora TEXT NOT NULL, cliente_id INTEGER REFERENCES cliente(id),
                caixa INTEGER NOT NULL, pagamento TEXT NOT NULL, total INTEGER NOT NULL, conferencia TEXT NOT NULL)""",
            """
                    CREATE TABLE venda_item (
                        id INTEGER PRIMARY KEY, venda_id INTEGER NOT NULL REFERENCES venda(id),
                        produto_id INTEGER NOT NULL REFERENCES produto(id), quantidade INTEGER NOT NULL,
                        preco INTEGER NOT NULL, conferencia TEXT NOT NULL)""",
            """
                    CREATE TABLE nfce (
                        venda_id INTEGER PRIMARY KEY REFERENCES venda(id), chave TEXT NOT NULL UNIQUE, protocolo TEXT NOT NULL,
                        xml TEXT NOT NULL)""",
            """
                    CREATE TABLE sngpc (
                        id INTEGER PRIMARY KEY, venda_id INTEGER NOT NULL REFERENCES venda(id),
                        produto_id INTEGER NOT NULL REFERENCES produto(id), lista TEXT NOT NULL, quantidade INTEGER NOT NULL,
                        lote TEXT NOT NULL, receita TEXT NOT NULL, crm TEXT NOT NULL, comprador TEXT NOT NULL,
                        comprador_cpf TEXT NOT NULL, data_hora TEXT NOT NULL)""");

    static final List<String> INDEXES = List.of(
            "CREATE INDEX produto_nome ON produto(nome)", "CREATE INDEX cliente_nome ON cliente(nome)",
            "CREATE INDEX cliente_cpf ON cliente(cpf)", "CREATE INDEX venda_data ON venda(data_hora)",
            "CREATE INDEX venda_cliente ON venda(cliente_id)", "CREATE INDEX item_venda ON venda_item(venda_id)",
            "CREATE INDEX item_produto ON venda_item(produto_id)", "CREATE INDEX sngpc_data ON sngpc(data_hora)");

    private Schema() {}
}
