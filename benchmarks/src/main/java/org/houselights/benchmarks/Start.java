package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.io.BufferedReader;
import java.io.File;
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
        practise(practised);
        for (Service service : Service.values()) {
            measure(service, practised, unpractised(service, practised));
        }
        Path learned = practised.home().resolveSibling("bench-launcher.aot");
        secondsToTheFirstPage(practised, "-XX:AOTCacheOutput=" + learned);
        var house = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            house.add(secondsToTheFirstPage(practised, "-XX:AOTCache=" + learned));
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

    private static void practise(Plan plan) {
        Stage.clear(plan.home());
        try (House house = new House(plan)) {
            house.openServers();
            Rehearsal.holdAll(house);
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

    /** From the start of Java on, as somebody waits who calls {@code ./run}. */
    private double secondsToTheFirstPage(Plan plan, String practice) {
        Stage.clear(plan.home());
        long start = System.nanoTime();
        try {
            Process launcher = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            practice,
                            "@" + checkout.resolve("local/launcher"),
                            "-cp",
                            classpath(),
                            FirstPage.class.getName(),
                            checkout.toString())
                    .redirectError(
                            plan.home().resolveSibling("bench-launcher.log").toFile())
                    .start();
            try (BufferedReader words = launcher.inputReader()) {
                if (words.readLine() == null) {
                    throw new IllegalStateException("The house didn't open; see bench-launcher.log");
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                launcher.waitFor();
                return seconds;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Jars alone, since Java learns nothing of classes that lie in a folder. */
    private String classpath() throws IOException {
        Path target = checkout.resolve("benchmarks/target");
        try (var jars = Files.newDirectoryStream(target, "benchmarks-*.jar")) {
            return jars.iterator().next() + File.pathSeparator + Files.readString(target.resolve("classpath"));
        }
    }
}
