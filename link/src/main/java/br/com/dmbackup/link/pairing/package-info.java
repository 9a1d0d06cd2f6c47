/**
 * How a server and a terminal that have never met get to know each other's keys: a person reads a code from one screen and
 * types it at the other.
 *
 * <p>Before this room stands TLS with keys that nobody knows yet; after it both sides keep the other's pin, and from then
 * on know each other without a code. Start at {@link br.com.dmbackup.link.pairing.PairingOffer} (the terminal, which
 * shows the code) and {@link br.com.dmbackup.link.pairing.PairingRequest} (the server). The exchange is EC-JPAKE (RFC
 * 8236): whoever listens, replays or stands between learns nothing from which the code could be worked out, and has one
 * guess for each try. Both keys, the store and all that was said are part of what is proven, so that nobody can put his
 * own in their place. A try counts from its first word; three, or ten minutes, or one success end the code.
 */
@NullMarked
package br.com.dmbackup.link.pairing;

import org.jspecify.annotations.NullMarked;
