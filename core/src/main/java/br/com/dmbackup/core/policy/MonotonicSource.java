package br.com.dmbackup.core.policy;

/** A clock that nobody can set. */
@FunctionalInterface
public interface MonotonicSource {
    MonotonicStamp now();
}
