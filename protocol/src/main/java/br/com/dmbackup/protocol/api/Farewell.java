package br.com.dmbackup.protocol.api;

/** The machine is about to be switched off, or to sleep. */
public record Farewell(FarewellReason reason) {}
