package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.houselights.local.House;
import org.houselights.local.Plan;
import org.houselights.local.Rehearsal;
import org.houselights.local.Service;

/** How long each service takes until it is ready, from its jar and as it was practised, and how long the whole house, by the options of {@code ./run}. */
final class Start {

    private final Path checkout;
    private final int rounds;
    private final Consumer<Figure> report;

    Start(Path checkout, int rounds, Consumer<Figure> report) {
        this.checkout = checkout;
        this.rounds = rounds;
        this.report = report;
    }

    void measure() {
        Plan practised = Stage.plan(checkout);
        for (Service service : Service.values()) {
            practise(service, practised);
            measure(service, practised, unpractised(service, practised));
        }
        var house = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            house.add(secondsToTheFirstPage(practised));
        }
        report.accept(new Figure("the whole house, until its first page is there", house, "s", atMost(15)));
    }

    private void measure(Service service, Plan practised, Plan jar) {
        var fromJar = new ArrayList<Double>();
        var seconds = new ArrayList<Double>();
        var megabytes = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            fromJar.add(start(service, jar).seconds());
            Started started = start(service, practised);
            seconds.add(started.seconds());
            megabytes.add(started.megabytes());
        }
        report.accept(new Figure(service.id() + " from its jar, until ready", fromJar, "s", null));
        report.accept(new Figure("  as practised", seconds, "s", null));
        report.accept(new Figure("  practised ÷ jar", Figure.ratios(seconds, fromJar), "", atMost(0.4)));
        report.accept(new Figure("  resident when ready", megabytes, "MB", atMost(300)));
    }

    private void practise(Service service, Plan plan) {
        try {
            new Rehearsal(service.jar(checkout)).hold(plan, plan.home().resolve("logs/rehearsal.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same from a folder in which there is nothing but the jar. */
    private Plan unpractised(Service service, Plan plan) {
        try {
            Path jar = service.jar(checkout);
            Path folder = Files.createDirectories(checkout.resolve(".local").resolve("bench-jar"));
            Path copy = folder.resolve(checkout.relativize(jar));
            Files.createDirectories(copy.getParent());
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            return new Plan(
                    folder, plan.home(), plan.doors(), plan.services(), plan.settings(), plan.jvm(), plan.extension());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Started(double seconds, double megabytes) {}

    private static Started start(Service service, Plan plan) {
        Stage.clear(plan.home());
        try (House house = new House(plan)) {
            house.openServers();
            long start = System.nanoTime();
            house.openServices(service);
            return new Started(
                    (System.nanoTime() - start) / 1e9,
                    Stage.residentMegabytes(house.service(service).pid()));
        }
    }

    private static double secondsToTheFirstPage(Plan plan) {
        Stage.clear(plan.home());
        long start = System.nanoTime();
        try (House house = new House(plan)) {
            house.open();
            plan.address().toURL().openStream().close();
            return (System.nanoTime() - start) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
