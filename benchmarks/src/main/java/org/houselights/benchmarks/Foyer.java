package org.houselights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.houselights.local.Api;
import org.houselights.local.Service;
import org.houselights.local.SignIn;
import org.houselights.seeds.Loader;
import org.houselights.seeds.Seeds;

/** The pages that everybody opens first, in a house with its seeds: for the first time, and again while nothing has changed. */
final class Foyer {

    private static final int CROWD = 64;
    private static final int A_SECOND = 100;

    private final Stage stage;
    private final int rounds;
    private final Duration time;
    private final Consumer<Figure> report;

    Foyer(Stage stage, int rounds, Duration time, Consumer<Figure> report) {
        this.stage = stage;
        this.rounds = rounds;
        this.time = time;
        this.report = report;
    }

    void measure() {
        URI house = stage.plan().address();
        SignIn signIn = new SignIn(house, stage.plan().inbox());
        new Loader(house, signIn::as, Clock.systemUTC(), done -> {}).load(Seeds.read());
        String screening = Api.at(house)
                .get("/api/screenings?status=ON_SALE")
                .at("/items/0/id")
                .asString();
        measure("a screening's page", "/screenings/" + screening);
        measure("the home page", "/");
    }

    private void measure(String name, String path) {
        Load load = new Load(stage.port(Service.SCREENING));
        Request page = Request.get(path);
        Request again = Request.getAgain(path, tag(path));
        stage.practise(Service.SCREENING, CROWD, time.multipliedBy(3), page);
        load.closed(CROWD, time, again);
        var pages = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        var unchanged = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            pages.add(load.closed(CROWD, time, page).perSecond());
            p99.add(load.open(A_SECOND, time, page).p99Millis());
            Load.Result same = load.closed(CROWD, time, again);
            unchanged.add(same.answers().getOrDefault(304, 0L) / same.seconds());
        }
        report.accept(new Figure("%s, %d connections".formatted(name, CROWD), pages, "/s", null));
        report.accept(new Figure("  p99 where it is asked for %d times a second".formatted(A_SECOND), p99, "ms", null));
        report.accept(new Figure("  still the same (304)", unchanged, "/s", null));
    }

    private String tag(String path) {
        URI page = URI.create("http://localhost:%d%s".formatted(stage.port(Service.SCREENING), path));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
