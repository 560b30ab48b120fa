package org.houselights.benchmarks;

import java.util.stream.LongStream;

/**
 * Work that is done again and again before anything is measured. A Java that has just started is slow, and compiles for minutes meanwhile:
 * a house that has been open for an hour is neither.
 */
final class Practice {

    private static final int LONGEST = 16;

    /** Of the time of one core. */
    private static final double LITTLE = 0.1;

    private Practice() {}

    /** Until these have little left to compile. */
    static void until(Runnable work, long... pids) {
        double busy = 1;
        for (int round = 0; round < LONGEST && busy > LITTLE; round++) {
            double before = compiling(pids);
            long start = System.nanoTime();
            work.run();
            busy = (compiling(pids) - before) * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double compiling(long... pids) {
        return LongStream.of(pids).mapToDouble(Jvm::compiling).sum();
    }
}
