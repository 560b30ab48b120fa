package org.houselights.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A screening as the contracts' example of it tells, so that rows and events are as large as real ones. */
final class Example {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode SCREENING = read("ScreeningOnSale").at("/body/screening");

    private Example() {}

    static String screening(UUID id) {
        return SCREENING.toString().replace(SCREENING.get("id").asString(), id.toString());
    }

    /** A part of a pledge's event, its {@code headers} or its {@code body}, as it stands between quotes in SQL. */
    static String pledged(String part) {
        return read("OrderPledged").get(part).toString().replace("'", "''");
    }

    /** The event that confirms a screening. */
    static ProducerRecord<String, byte[]> confirmed(UUID screening) {
        JsonNode example = read("ScreeningConfirmed");
        JsonNode event = JSON.readTree(example.toString()
                .replace(example.get("key").asString(), screening.toString())
                .replace(
                        example.at("/headers/ce_id").asString(),
                        UUID.randomUUID().toString()));
        var message = new ProducerRecord<>(
                event.get("topic").asString(),
                event.get("key").asString(),
                event.get("body").toString().getBytes(StandardCharsets.UTF_8));
        event.get("headers")
                .properties()
                .forEach(header -> message.headers()
                        .add(header.getKey(), header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static JsonNode read(String type) {
        try (InputStream file = Example.class.getResourceAsStream("/contracts/examples/" + type + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
