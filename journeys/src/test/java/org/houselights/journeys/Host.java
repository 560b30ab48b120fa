package org.houselights.journeys;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Brings a film to the cinema around the corner. */
public final class Host extends Person {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime EVENING = LocalTime.of(19, 30);
    private static final Duration AHEAD = Duration.ofDays(35);

    Host(Town town, String address) {
        super(town, address);
    }

    /** Five weeks from now, for 10.00 USD, in a cinema with 12 seats and 2 wheelchair places. */
    public Screening proposes(Film film, int threshold) {
        UUID venue = UUID.randomUUID();
        UUID auditorium = UUID.randomUUID();
        enter("Rialto", venue, auditorium);
        var proposal = Map.of(
                "filmId",
                film.id(),
                "licenceId",
                film.licence(),
                "venueId",
                venue,
                "auditoriumId",
                auditorium,
                "startsAt",
                evening(),
                "price",
                dollars(10),
                "capacity",
                12,
                "minimumTickets",
                threshold,
                "message",
                "Our town has been waiting for this.");
        JsonNode screening = api().put("/api/screenings/" + UUID.randomUUID(), proposal);
        return Screening.of(town(), screening);
    }

    /** A cinema of this name that can be proposed for, with 12 seats and 2 wheelchair places. */
    public void knowsOf(String cinema) {
        enter(cinema, UUID.randomUUID(), UUID.randomUUID());
    }

    private void enter(String cinema, UUID venue, UUID auditorium) {
        town().operator()
                .put(
                        "/api/venues/" + venue,
                        Map.of(
                                "name",
                                cinema,
                                "address",
                                "12 Main Street",
                                "city",
                                "Springfield",
                                "country",
                                "US",
                                "timeZone",
                                ZONE,
                                "currency",
                                "USD",
                                "salesTaxBasisPoints",
                                0,
                                "access",
                                List.of("Step-free entrance"),
                                "auditoria",
                                List.of(Map.of(
                                        "id",
                                        auditorium,
                                        "name",
                                        "Screen 1",
                                        "capacity",
                                        12,
                                        "wheelchairPlaces",
                                        2,
                                        "hire",
                                        dollars(10)))));
    }

    public LocalDateTime evening() {
        return LocalDateTime.of(town().now().plus(AHEAD).atZone(ZONE).toLocalDate(), EVENING);
    }

    public static Map<String, Object> dollars(int amount) {
        return Map.of("minorUnits", 100 * amount, "currency", "USD");
    }

    public void cancels(Screening screening) {
        api().post(screening.path() + "/cancel", Map.of("reason", "The projector is broken."));
    }
}
