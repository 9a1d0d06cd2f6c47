/**
 * Frames, and the messages in them: {@code length | kind | payload} over any two streams.
 *
 * <p>Before this room stands a socket that has proven who is at its other end; after it come the server's destination and
 * the terminal's receiver. Start at {@link br.com.dmbackup.link.wire.FramedConnection}; {@link
 * br.com.dmbackup.link.wire.MessageKind} lists the kinds with their numbers and limits. Whoever connects asks; questions
 * are answered in order. What holds always: a length is compared with its kind's limit, and the kind with what may come
 * now, before anything is allocated; memory grows with the bytes that arrived and not with those that were announced;
 * whatever bytes come, the end is a message that was said or a {@code BackupFault}.
 */
@NullMarked
package br.com.dmbackup.link.wire;

import org.jspecify.annotations.NullMarked;
