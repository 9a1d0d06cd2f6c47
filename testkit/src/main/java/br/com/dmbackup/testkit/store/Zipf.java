package br.com.dmbackup.testkit.store;

import java.util.Arrays;
import java.util.Random;

/** Few are bought often, many seldom: weight 1 / (rank + 4). */
final class Zipf {
    private final double[] upTo;

    Zipf(int count) {
        upTo = new double[count];
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += 1.0 / (rank + 4);
            upTo[rank] = sum;
        }
    }

    /** A rank from 0. */
    int next(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }
}
