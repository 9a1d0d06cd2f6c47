package br.com.dmbackup.protocol.hub;

import java.util.List;

/**
 * Reports that wait, the oldest first.
 *
 * @param stream names one count of sequences; a store that lost its count begins another
 * @param reports {@link #MOST} at most
 */
public record ReportBatch(String stream, List<StoreReport> reports) {
    public static final int MOST = 120;

    public ReportBatch {
        reports = List.copyOf(reports);
    }
}
