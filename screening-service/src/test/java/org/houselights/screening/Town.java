package org.houselights.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.houselights.screening.catalogue.CompanyDetails;
import org.houselights.screening.catalogue.FilmDetails;
import org.houselights.screening.catalogue.Language;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;
import org.houselights.screening.catalogue.VenueDetails;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.houselights.web.Role;
import org.houselights.web.access.Badges;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of a town with its cinemas and films, and how they talk to the service. Everything that it makes is new. */
public final class Town {

    /** When tests begin: a Saturday in winter, far from any change of clocks. */
    public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Badges badges;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final URI service;
    private final Caller operator;

    Town(Badges badges, JsonMapper json, JdbcClient jdbc, int port) {
        this.badges = badges;
        this.json = json;
        this.jdbc = jdbc;
        this.service = URI.create("http://localhost:" + port);
        this.operator = new Caller(UUID.randomUUID(), "olga@example.org", "Olga", Set.of(Role.OPERATOR), null);
    }

    public Caller operator() {
        return operator;
    }

    public Caller aHost() {
        return person("Hanna", Role.HOST, null);
    }

    public Caller aDistributorOf(UUID company) {
        return person("Dana", Role.DISTRIBUTOR, company);
    }

    private Caller person(String name, Role role, @Nullable UUID company) {
        UUID id = UUID.randomUUID();
        Caller person = new Caller(
                id, "%s-%s@example.org".formatted(role, id).toLowerCase(Locale.ROOT), name, Set.of(role), company);
        record Entry(
                String email,
                String name,
                String locale,
                Set<Role> roles,
                @Nullable UUID companyId) {}
        expect(200, put("/api/people/" + id, new Entry(person.email(), name, "en", person.roles(), company), operator));
        return person;
    }

    public UUID aCompany() {
        UUID id = UUID.randomUUID();
        expect(200, put("/api/companies/" + id, new CompanyDetails("Naked Edge", new Territory("US"), null), operator));
        return id;
    }

    public UUID aFilm(UUID company, LicenceOffer... offers) {
        UUID id = UUID.randomUUID();
        expect(200, put("/api/films/" + id, filmDetails(company, "Seoul Train", offers), operator));
        return id;
    }

    /** A cinema in New York with one auditorium of 120 seats for 500.00 USD. */
    public Cinema aCinema() {
        return aCinema("America/New_York", "US", "USD", 50_000, 0);
    }

    public Cinema aCinema(String zone, String country, String currency, long hire, int taxBasisPoints) {
        Cinema cinema = new Cinema(UUID.randomUUID(), UUID.randomUUID());
        Auditorium auditorium = new Auditorium(cinema.auditorium(), "Screen 1", 120, 2, Money.of(hire, currency));
        VenueDetails details = new VenueDetails(
                "Rialto",
                "12 Main Street",
                "Springfield",
                null,
                null,
                new Territory(country),
                ZoneId.of(zone),
                Currency.getInstance(currency),
                taxBasisPoints,
                List.of("Step-free entrance"),
                null,
                List.of(auditorium));
        expect(200, put("/api/venues/" + cinema.venue(), details, operator));
        return cinema;
    }

    /** A venue and its only auditorium. */
    public record Cinema(UUID venue, UUID auditorium) {}

    public static FilmDetails filmDetails(UUID company, String title, LicenceOffer... offers) {
        return new FilmDetails(
                company,
                title,
                null,
                List.of(),
                "People who flee, and people who help them.",
                2004,
                54,
                List.of(new Territory("US")),
                List.of(new Language("en"), new Language("ko")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(offers));
    }

    /** For the United States and Korea, 150.00 USD at least, 5.4 % for the host. */
    public static LicenceOffer.CrowdFunded crowdFunded() {
        return new LicenceOffer.CrowdFunded(
                UUID.randomUUID(),
                List.of(new Territory("US"), new Territory("KR")),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 12, 31),
                null,
                Money.of(15_000, "USD"),
                3_500,
                540,
                Money.of(500, "USD"),
                Money.of(2_500, "USD"));
    }

    public static LicenceOffer.FlatFee flatFee() {
        return new LicenceOffer.FlatFee(
                UUID.randomUUID(),
                List.of(new Territory("US")),
                LocalDate.of(2026, 1, 1),
                null,
                null,
                List.of(
                        new LicenceOffer.Fee(50, Money.of(10_000, "USD")),
                        new LicenceOffer.Fee(100, Money.of(20_000, "USD"))),
                null,
                null);
    }

    public static LicenceOffer.Educational educational() {
        return new LicenceOffer.Educational(
                UUID.randomUUID(), List.of(new Territory("US")), LocalDate.of(2026, 1, 1), null, 3);
    }

    /** Somebody at the pages, in English. */
    public Browser browserOf(Caller caller) {
        return new Browser(service, badges.bearer(caller), "en");
    }

    public Browser browserOfNobody() {
        return new Browser(service, null, "en");
    }

    public Answer get(String path, @Nullable Caller caller) {
        return send("GET", path, null, caller);
    }

    public Answer post(String path, @Nullable Object body, @Nullable Caller caller) {
        return send("POST", path, body, caller);
    }

    public Answer put(String path, Object body, @Nullable Caller caller) {
        return send("PUT", path, body, caller);
    }

    /** @param body text and bytes are sent as they are, everything else as JSON */
    public Answer send(String method, String path, @Nullable Object body, @Nullable Caller caller) {
        byte[] bytes = switch (body) {
            case null -> new byte[0];
            case byte[] raw -> raw;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> json.writeValueAsBytes(body);
        };
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        if (caller != null) {
            request.header("Authorization", badges.bearer(caller));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), json.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What waits in the outbox about one key, in its order. */
    public List<Told> told(String key) {
        return jdbc.sql("select type, body from outbox where key = :key order by id")
                .param("key", key)
                .query((row, number) ->
                        new Told(row.getString(1).replace("org.houselights.", ""), json.readTree(row.getString(2))))
                .list();
    }

    /** An event as it goes on the wire. */
    public record Told(String type, JsonNode body) {}

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }
}
