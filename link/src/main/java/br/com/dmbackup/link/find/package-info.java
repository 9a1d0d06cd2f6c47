/**
 * Where the terminal is: a question to everybody in the store's network, and whoever it concerns answers.
 *
 * <p>Before this room stands nothing but a network; after it comes {@code tls}, which alone decides whether the machine at
 * that address is the one. Start at {@link br.com.dmbackup.link.find.TerminalFinder} (the server) and {@link
 * br.com.dmbackup.link.find.TerminalBeacon} (the terminal). Whatever an answer says is a hint: anybody can give one. An
 * answer is never longer than its question, goes only to addresses of local networks, and there are few a second.
 */
@NullMarked
package br.com.dmbackup.link.find;

import org.jspecify.annotations.NullMarked;
