package org.houselights.ticketing.presale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.web.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A screening as its service tells of it: forty days ahead, twelve dollars a seat, unless a test says otherwise. */
public final class ScreeningTold {

    private final UUID id = Ids.next();
    private final UUID host = Ids.next();
    private final UUID film = Ids.next();
    private UUID distributor = Ids.next();
    private final Instant now;
    private long sequence = 1;
    private long price = 1200;
    private String currency = "USD";
    private @Nullable Long concession = 900L;
    private @Nullable Long floor = 500L;
    private int capacity = 100;
    private int wheelchairPlaces = 2;
    private @Nullable Integer threshold = 60;

    private ScreeningTold(Instant now) {
        this.now = now;
    }

    public static ScreeningTold at(Instant now) {
        return new ScreeningTold(now);
    }

    public ScreeningTold by(UUID company) {
        distributor = company;
        return this;
    }

    public ScreeningTold withThreshold(int tickets) {
        threshold = tickets;
        return this;
    }

    public ScreeningTold withoutThreshold() {
        threshold = null;
        return this;
    }

    public ScreeningTold withCapacity(int seats) {
        capacity = seats;
        return this;
    }

    public ScreeningTold withWheelchairPlaces(int places) {
        wheelchairPlaces = places;
        return this;
    }

    public ScreeningTold free() {
        price = 0;
        concession = null;
        floor = null;
        return withoutThreshold();
    }

    public ScreeningTold costing(long minorUnits, String inCurrency) {
        price = minorUnits;
        currency = inCurrency;
        concession = null;
        floor = null;
        return this;
    }

    public UUID id() {
        return id;
    }

    public UUID film() {
        return film;
    }

    public UUID host() {
        return host;
    }

    public Instant startsAt() {
        return now.plus(Duration.ofDays(40));
    }

    public Instant deadline() {
        return startsAt().minus(Duration.ofDays(7));
    }

    /** The record of an event of this screening, each newer than the one before. */
    public ConsumerRecord<String, byte[]> event(String type, String status) {
        return record(type, status, sequence++);
    }

    private ConsumerRecord<String, byte[]> record(String type, String status, long number) {
        var record = new ConsumerRecord<>(
                "screening-events",
                0,
                number,
                id.toString(),
                body(status, number).getBytes(UTF_8));
        Map<String, String> headers = Map.of(
                "ce_id", Ids.next().toString(),
                "ce_type", "org.houselights." + type,
                "ce_sequence", Long.toString(number),
                "ce_time", now.toString());
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private String body(String status, long number) {
        Map<String, @Nullable Object> screening = new LinkedHashMap<>();
        screening.put("id", id);
        screening.put("revision", 1);
        screening.put("status", status);
        screening.put(
                "film",
                Map.of(
                        "id",
                        film,
                        "title",
                        "Seoul Train",
                        "runtimeMinutes",
                        54,
                        "distributor",
                        Map.of("id", distributor, "name", "Incite Productions")));
        screening.put("host", Map.of("id", host, "name", "Hana Host", "email", "hana@example.org", "locale", "en"));
        screening.put(
                "venue",
                Map.of(
                        "id",
                        Ids.next(),
                        "name",
                        "The Lantern",
                        "auditorium",
                        "Screen 1",
                        "address",
                        "12 Main Street",
                        "city",
                        "Rochester",
                        "country",
                        "US",
                        "timeZone",
                        "America/New_York"));
        screening.put("startsAt", startsAt());
        screening.put("endsAt", startsAt().plus(Duration.ofHours(2)));
        screening.put("deadline", threshold == null ? null : deadline());
        screening.put("price", money(price));
        screening.put("concessionPrice", concession == null ? null : money(concession));
        screening.put("payWhatYouCanFloor", floor == null ? null : money(floor));
        screening.put("capacity", capacity);
        screening.put("wheelchairPlaces", wheelchairPlaces);
        screening.put("threshold", threshold);
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("screeningId", id, "sequence", number, "occurredAt", now, "screening", screening));
    }

    private Map<String, Object> money(long minorUnits) {
        return Map.of("minorUnits", minorUnits, "currency", currency);
    }
}
