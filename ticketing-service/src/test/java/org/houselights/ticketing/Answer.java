package org.houselights.ticketing;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /** The last part of the problem's type; empty if there is no problem. */
    public String problem() {
        return body.path("type").asString("").replace("https://houselights.org/problems/", "");
    }

    public String text(String field) {
        return body.path(field).asString();
    }

    /** The fields that a problem is about. */
    public List<String> fields() {
        return body.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}
