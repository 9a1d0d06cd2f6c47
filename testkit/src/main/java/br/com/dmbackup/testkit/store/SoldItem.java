package br.com.dmbackup.testkit.store;

/** One line of a sale. */
record SoldItem(Product product, int quantity) {
    int totalCents() {
        return product.priceCents() * quantity;
    }
}
