/**
 * Who is at the other end: a key that was seen at pairing, and nothing else.
 *
 * <p>Before this room stands an address that may be right; after it comes the wire. Start at
 * {@link br.com.dmbackup.link.tls.PinnedTls}. Each machine has one key pair (EC P-256) in a certificate that it signed
 * itself, and knows the others by the SHA-256 of their public keys. TLS 1.3 only, keys at both sides; names and dates in
 * certificates are not looked at, as a dead clock battery must not stop copies.
 */
@NullMarked
package br.com.dmbackup.link.tls;

import org.jspecify.annotations.NullMarked;
