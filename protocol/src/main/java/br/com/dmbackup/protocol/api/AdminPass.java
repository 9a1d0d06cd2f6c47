package br.com.dmbackup.protocol.api;

import java.time.Instant;

/**
 * The role of an administrator for a while, for whoever knew the password.
 *
 * @param token to be sent as {@code Authorization: Bearer}
 * @param until when it ends
 */
public record AdminPass(String token, Instant until) {
    /** It proves who its owner is, and stays out of logs. */
    @Override
    public String toString() {
        return "AdminPass[until=" + until + "]";
    }
}
