package br.com.dmbackup.journeys.desktop;

/**
 * A window as the manual shows it.
 *
 * @param name of the picture's file
 * @param stage brings it about
 */
record Scene(String name, Stage stage) {
    /** Brings a window about that everything is right in. */
    @FunctionalInterface
    interface Stage {
        /**
         * @param main the main window, which has seen the agent
         * @return the window to be shown; it is closed afterwards with all others
         */
        Page set(MainPage main, ScriptedAgent agent) throws Exception;
    }
}
