package br.com.dmbackup.core.installation;

/**
 * The home's lock as a verb sees it: it may be given up before the verb ends, so that another process need not wait for
 * what does not need it.
 */
public interface Turn {
    /** Nothing is given up: whoever holds the lock keeps it until the verb has ended. */
    Turn KEPT = new Turn() {
        @Override
        public void giveUp() {}

        @Override
        public boolean takeAgain() {
            return true;
        }
    };

    /** Lets others change the home. */
    void giveUp();

    /** Asks for it again, without waiting; false when another has it now. */
    boolean takeAgain();
}
