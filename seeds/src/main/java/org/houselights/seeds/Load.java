package org.houselights.seeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.houselights.seeds.Screening.Decision;
import org.houselights.seeds.Screening.Pledge;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One load of seeds: the catalogue and the people first, then all screenings side by side. */
final class Load {

    private static final Duration PRESALE_TAKES_AT_MOST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String ACCEPTED_CARD = "sandbox-accepted";

    /** Approved, and not over yet. */
    private static final Set<String> ALIVE = Set.of("ON_SALE", "CONFIRMED");

    private final Seeds seeds;
    private final Visits visits;
    private final Instant now;
    private final Consumer<String> progress;

    Load(Seeds seeds, Visits visits, Instant now, Consumer<String> progress) {
        this.seeds = seeds;
        this.visits = visits;
        this.now = now;
        this.progress = progress;
    }

    void run() {
        Api operator = visits.as(seeds.operator());
        inParallel(seeds.companies(), company -> enter(operator, "/api/companies/" + company.id(), Api.body(company)));
        inParallel(seeds.people(), person -> enter(operator, person));
        inParallel(seeds.venues(), venue -> enter(operator, "/api/venues/" + venue.id(), Api.body(venue)));
        inParallel(seeds.films(), film -> enter(operator, "/api/films/" + film.id(), body(film)));
        progress.accept("%d films, %d venues and %d people are there"
                .formatted(
                        seeds.films().size(),
                        seeds.venues().size(),
                        seeds.people().size()));
        List<Screening> missing = seeds.screenings().stream()
                .filter(screening -> operator.find(path(screening)).isEmpty())
                .toList();
        inParallel(involved(missing), visits::as);
        inParallel(seeds.screenings(), screening -> bring(operator, screening));
    }

    /** Whoever has something to do for these screenings; all of them sign in before the first mails about screenings go out. */
    private List<String> involved(List<Screening> screenings) {
        return screenings.stream()
                .flatMap(screening -> screening.decision() == null
                        ? Stream.of(screening.host())
                        : Stream.of(screening.host(), distributor(screening)))
                .distinct()
                .toList();
    }

    private String distributor(Screening screening) {
        return seeds.distributor(screening).orElseThrow().email();
    }

    private static String path(Screening screening) {
        return "/api/screenings/" + screening.id();
    }

    private static void enter(Api operator, String path, ObjectNode body) {
        if (operator.find(path).isEmpty()) {
            operator.put(path, body);
        }
    }

    /** Somebody may have come by this address before, under an id of the house's choice. */
    private void enter(Api operator, Person person) {
        boolean known = operator.find("/api/people?email=" + person.email()).stream()
                .anyMatch(people -> people.get("total").asLong() > 0);
        if (!known) {
            operator.put("/api/people/" + person.id(), body(person));
        }
    }

    private ObjectNode body(Person person) {
        Optional<UUID> company =
                Optional.ofNullable(person.company()).flatMap(seeds::company).map(Company::id);
        ObjectNode body = Api.body(Map.of(
                "email", person.email(),
                "name", person.name(),
                "locale", person.locale(),
                "roles", List.of(company.isPresent() ? "DISTRIBUTOR" : "HOST")));
        company.ifPresent(id -> body.put("companyId", id.toString()));
        return body;
    }

    private ObjectNode body(Film film) {
        UUID company = seeds.company(film.company()).orElseThrow().id();
        return Api.body(film).put("companyId", company.toString());
    }

    private void bring(Api operator, Screening screening) {
        String path = path(screening);
        if (operator.find(path).isEmpty()) {
            visits.as(screening.host()).put(path, proposal(screening));
        }
        JsonNode proposed = require(operator, path);
        if (screening.decision() != null && isUndecided(proposed)) {
            decide(path, screening, screening.decision());
        }
        if (isAlive(require(operator, path))) {
            pledge(screening);
            if (screening.cancelled() != null) {
                visits.as(screening.host()).post(path + "/cancel", reason(screening.cancelled()));
            }
        }
        progress.accept("%s at %s is there".formatted(screening.film(), screening.venue()));
    }

    /** Nobody has changed it either, which is for others to judge. */
    private static boolean isUndecided(JsonNode screening) {
        return screening.get("status").asString().equals("PROPOSED")
                && screening.get("revision").asInt() == 1;
    }

    private static boolean isAlive(JsonNode screening) {
        return ALIVE.contains(screening.get("status").asString());
    }

    private ObjectNode proposal(Screening screening) {
        Film film = seeds.film(screening.film()).orElseThrow();
        Venue venue = seeds.venue(screening.venue()).orElseThrow();
        return Api.body(new Proposal(
                film.id(),
                film.licences(screening.licence(), venue).getFirst().id(),
                venue.id(),
                venue.auditorium(screening.auditorium()).orElseThrow().id(),
                screening.starts().after(now, venue.timeZone()).toString(),
                screening.deadline() == null
                        ? null
                        : screening.deadline().after(now, venue.timeZone()).toString(),
                screening.price(),
                screening.concessionPrice(),
                screening.payWhatYouCanFloor(),
                screening.capacity(),
                screening.fixedCosts(),
                screening.minimumTickets(),
                screening.message()));
    }

    /** The body of {@code PUT /api/screenings/{id}}. */
    private record Proposal(
            UUID filmId,
            UUID licenceId,
            UUID venueId,
            UUID auditoriumId,
            String startsAt,
            @Nullable String deadline,
            Amount price,
            @Nullable Amount concessionPrice,
            @Nullable Amount payWhatYouCanFloor,
            int capacity,
            @Nullable Amount fixedCosts,
            @Nullable Integer minimumTickets,
            @Nullable String message) {}

    private void decide(String path, Screening screening, Decision decision) {
        String move = switch (decision) {
            case APPROVED -> "/approve";
            case CHANGES_REQUESTED -> "/ask-for-changes";
            case DECLINED -> "/decline";
        };
        visits.as(distributor(screening)).post(path + move, reason(screening.reason()));
    }

    private static ObjectNode reason(@Nullable String reason) {
        return Api.body(reason == null ? Map.of() : Map.of("reason", reason));
    }

    /** The same keys again: whatever became of a pledge, it is made once. */
    private void pledge(Screening screening) {
        awaitPresale(screening);
        String orders = "/api/presales/%s/orders".formatted(screening.id());
        for (Pledge pledge : screening.pledges()) {
            Buyer buyer = seeds.buyer(pledge.buyer()).orElseThrow();
            visits.anybody()
                    .postOnce(
                            orders,
                            "seed-" + screening.id(),
                            Api.body(Map.of(
                                    "name", buyer.name(),
                                    "email", buyer.email(),
                                    "locale", buyer.locale(),
                                    "tickets", pledge.tickets(),
                                    "card", pledge.card() == null ? ACCEPTED_CARD : pledge.card())));
        }
    }

    /** Approval reaches the ticketing service as an event. */
    private void awaitPresale(Screening screening) {
        String path = "/api/presales/" + screening.id();
        long end = System.nanoTime() + PRESALE_TAKES_AT_MOST.toNanos();
        while (visits.anybody().find(path).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new LoadFailed("The pre-sale of %s did not open within %d seconds"
                        .formatted(screening.id(), PRESALE_TAKES_AT_MOST.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("Interrupted", e);
        }
    }

    private static JsonNode require(Api api, String path) {
        return api.find(path).orElseThrow(() -> new LoadFailed(path + " is gone"));
    }

    private static <T> void inParallel(List<T> all, Consumer<T> task) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = all.stream()
                    .<Future<?>>map(one -> workers.submit(() -> task.accept(one)))
                    .toList();
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } finally {
                workers.shutdownNow();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("Interrupted", e);
        }
    }
}
