package br.com.dmbackup.link.find;

/** Where terminals listen. */
public final class LinkPort {
    /** TCP for the link and UDP for finding it, unless the settings say otherwise. */
    public static final int DEFAULT = 24_877;

    private LinkPort() {}
}
