package br.com.dmbackup.engine.sqlserver.service;

/** How a service of the operating system stands. */
public enum ServiceState {
    RUNNING, STARTING, STOPPING, STOPPED, PAUSED, MISSING,
    /** The operating system did not say. */
    UNKNOWN;

    /** Key of the words for it; only where the service is not running. */
    String key() {
        return switch (this) {
            case STARTING -> "sqlserver.service.starting";
            case STOPPING -> "sqlserver.service.stopping";
            case PAUSED -> "sqlserver.service.paused";
            case MISSING -> "sqlserver.service.missing";
            case STOPPED, RUNNING, UNKNOWN -> "sqlserver.service.stopped";
        };
    }
}
