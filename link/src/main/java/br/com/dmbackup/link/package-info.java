/**
 * What a server and its backup terminal have in common: how they find each other, become acquainted, prove who they are,
 * and which words they have for each other.
 *
 * <p>Neither end is here: the server's is a destination, the terminal's a receiver, and they do not know one another. The
 * rooms in the order in which a connection goes through them: {@code find} (where is the terminal, a hint and nothing
 * more), {@code tls} (who is it: keys that are pinned, without names and dates), {@code pairing} (how the pins get to
 * know each other, once, by a code that a person carries from one screen to the other), {@code wire} (the messages).
 * Start at {@link br.com.dmbackup.link.wire.FramedConnection}.
 *
 * <p>The messages have no word for deleting, renaming or changing anything that stands at the terminal: a server with all
 * of its keys in foreign hands can add, and read what is its own. {@code docs/format/link.md} has every byte.
 */
@NullMarked
package br.com.dmbackup.link;

import org.jspecify.annotations.NullMarked;
