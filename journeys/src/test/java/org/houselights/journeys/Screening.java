package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A screening as everybody sees it. */
public record Screening(Town town, String id, Instant deadline, Instant endsAt) {

    public static Screening of(Town town, JsonNode view) {
        return new Screening(
                town,
                view.get("id").stringValue(),
                Instant.parse(view.get("deadline").stringValue()),
                Instant.parse(view.get("endsAt").stringValue()));
    }

    public String path() {
        return "/api/screenings/" + id;
    }

    public String status() {
        return town.visitor().get(path()).get("status").stringValue();
    }

    public JsonNode presale() {
        return town.visitor().get("/api/presales/" + id);
    }

    public String presaleStatus() {
        return presale().get("status").stringValue();
    }

    public long collected() {
        return presale().at("/collected/minorUnits").longValue();
    }

    /** Waits until both services say so. */
    public void becomes(String screening, String presale) {
        await().ignoreExceptions().untilAsserted(() -> {
            assertThat(presaleStatus()).isEqualTo(presale);
            assertThat(status()).isEqualTo(screening);
        });
    }
}
