/**
 * Takes connections of servers: TLS, one session for each, answers from the archives of the pairing whose key it is.
 *
 * <p>Before it stands the network, which may hold anybody; after it the vault, which decides what is kept. Start at
 * {@link br.com.dmbackup.terminal.receiver.Receiver}. Invariants: whoever has not proven a paired key gets nothing but
 * the words of a pairing, and those only while a person has asked for it; connections are counted before they cost
 * anything, each has deadlines and a bounded part of the memory; a session sees its own pairing and no other; what goes
 * wrong crosses as a fault code with plain words, never as the system's.
 */
@NullMarked
package br.com.dmbackup.terminal.receiver;

import org.jspecify.annotations.NullMarked;
