package br.com.dmbackup.engine.sqlserver.mtf;

/** Damage beyond which nothing can be read, for the place of the next block is not known any more. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient MtfDamage damage;

    Broken(MtfDamage.Part part, long offset) {
        this(part, offset, "");
    }

    Broken(MtfDamage.Part part, long offset, String what) {
        super(part.name(), null, false, false);
        this.damage = new MtfDamage(part, offset, what);
    }

    MtfDamage damage() {
        return damage;
    }
}
