package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogsTest {

    private static final JsonNode MAIL = JsonMapper.shared().readTree("""
            {"to": ["ann@example.org"],
             "links": ["http://house/orders/order-token", "http://house/sign-in#sign-in-token", "http://house/films/1"]}
            """);

    @TempDir
    Path directory;

    @Test
    void whatever_is_nobodys_business_is_found() throws Exception {
        Files.writeString(directory.resolve("one.log"), """
                WARN ann@example.org was not pleased
                INFO GET /orders/order-token
                INFO GET /sign-in?sign-in-token
                """);
        Files.writeString(directory.resolve("two.log"), """
                INFO Ann Apfel came with eyJraWQ.eyJz and sandbox-accepted:0190-11
                INFO GET /films/1
                """);

        assertThat(new Logs(directory).indiscretions(List.of("Ann Apfel"), Stream.of(MAIL)))
                .containsExactlyInAnyOrder(
                        "ann@example.org",
                        "order-token",
                        "sign-in-token",
                        "Ann Apfel",
                        "eyJraWQ.",
                        "sandbox-accepted:0190-11");
    }
}
