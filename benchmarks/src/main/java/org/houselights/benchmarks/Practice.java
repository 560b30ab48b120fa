package org.houselights.benchmarks;

import java.util.stream.LongStream;

/**
 * Work that is done again and again before anything is measured. A Java that has just started is slow, and compiles for minutes meanwhile:
 * a house that has been open for an hour is neither.
 */
final class Practice {

    private static final int LONGEST = 16;

    /** Of the time of one core. */
    private static final double LITTLE = 0.05;

    private Practice() {}

    /** Until these services, and this process with the broker and the load in it, have little left to compile. */
    static void until(Runnable work, long... services) {
        double busy = 1;
        for (int round = 0; round < LONGEST && busy > LITTLE; round++) {
            double before = compiling(services);
            long start = System.nanoTime();
            work.run();
            busy = (compiling(services) - before) * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double compiling(long... services) {
        LongStream all = LongStream.concat(
                LongStream.of(services), LongStream.of(ProcessHandle.current().pid()));
        return all.mapToDouble(Jvm::compiling).sum();
    }
}
