package org.houselights.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at the same time, each in a thread of its own. */
final class SideBySide {

    private SideBySide() {}

    /**
     * Returns when all have done it.
     *
     * @param trouble what it means when one of them fails
     */
    static void run(List<? extends Callable<?>> all, String trouble) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            all.forEach(each -> running.add(threads.submit(each)));
            for (Future<?> done : running) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(trouble, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
