package br.com.dmbackup.core.engine;

import java.util.SortedMap;

/**
 * What the engine says at the end of a whole dump.
 *
 * @param sign the engine's positive sign in its own words, for the log
 * @param rowCounts rows per table at the dump's moment; empty where counting is not cheap
 */
public record DumpEnd(String sign, SortedMap<String, Long> rowCounts) {}
