package org.houselights.ticketing.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.houselights.web.ProblemException;

/** People who all act at the same moment, each in a thread of their own. */
final class Crowd {

    private final List<Callable<String>> people = new ArrayList<>();

    /** So many more; each tells what became of it. */
    Crowd of(int size, IntFunction<Callable<String>> person) {
        people.addAll(IntStream.range(0, size).mapToObj(person).toList());
        return this;
    }

    /** One more, whose doing tells nothing. */
    Crowd and(Runnable person) {
        people.add(() -> {
            person.run();
            return "done";
        });
        return this;
    }

    /** What each was told, in the order they were named; whoever met a problem, the last part of its type. */
    List<String> act() {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return answer(person);
                    }))
                    .toList();
            start.countDown();
            return answers.stream().map(Crowd::get).toList();
        }
    }

    private static String answer(Callable<String> person) throws Exception {
        try {
            return person.call();
        } catch (ProblemException problem) {
            return problem.slug();
        }
    }

    private static String get(Future<String> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("somebody met a failure that is no problem", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
