package br.com.dmbackup.link.pairing;

/** The two that pair. */
enum Side {
    SERVER, TERMINAL;

    Side other() {
        return this == SERVER ? TERMINAL : SERVER;
    }

    /** What it is called in what is proven. */
    String word() {
        return this == SERVER ? "server" : "terminal";
    }
}
