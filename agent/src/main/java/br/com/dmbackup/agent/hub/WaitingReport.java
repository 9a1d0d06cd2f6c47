package br.com.dmbackup.agent.hub;

/**
 * A report as it will be sent.
 *
 * @param stream whose count the sequence belongs to
 * @param json one {@link br.com.dmbackup.protocol.hub.StoreReport}, on one line
 */
record WaitingReport(String stream, long sequence, String json) {
    private static final int PARTS = 3;

    /** One line of the file, without its end. */
    String line() {
        return stream + " " + sequence + " " + json;
    }

    /** @throws IllegalArgumentException where the line is none of {@link #line} */
    static WaitingReport parse(String line) {
        String[] parts = line.split(" ", PARTS);
        if (parts.length < PARTS || !parts[0].matches("[0-9a-f]{16,64}") || !parts[2].startsWith("{")
                || !parts[2].endsWith("}")) {
            throw new IllegalArgumentException("not a report");
        }
        return new WaitingReport(parts[0], Long.parseLong(parts[1]), parts[2]);
    }
}
