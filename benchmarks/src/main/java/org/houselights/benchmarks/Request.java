package org.houselights.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests as they go over the wire, made beforehand as far as possible: what is measured is the server. */
@FunctionalInterface
interface Request {

    /** @param number of the request; no two of a run are the same */
    byte[] bytes(long number);

    static Request nothing() {
        byte[] bytes = post("/api/benchmarks/nothing", "", "");
        return number -> bytes;
    }

    static Request get(String path) {
        return get(path, "");
    }

    /** By somebody who has it already, and knows it by this tag. */
    static Request getAgain(String path, String tag) {
        return get(path, "If-None-Match: " + tag + "\r\n");
    }

    private static Request get(String path, String headers) {
        byte[] bytes = "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n%s\r\n"
                .formatted(path, headers)
                .getBytes(StandardCharsets.UTF_8);
        return number -> bytes;
    }

    /** Each from another buyer: one ticket at full price. */
    static Request pledge(UUID... screenings) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return number -> post(
                "/api/presales/" + screenings[(int) (number % screenings.length)] + "/orders",
                "Idempotency-Key: bench-" + run + "-" + number + "\r\n",
                "{\"name\":\"Ann Example\",\"email\":\"ann-" + run + "-" + number + "@example.org\",\"locale\":\"en\","
                        + "\"tickets\":[{\"type\":\"FULL\",\"quantity\":1}],\"card\":\"sandbox-accepted\"}");
    }

    private static byte[] post(String path, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n" + headers + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
