package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The edge of the house in containers is another program, and has to send everything where this one does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaddyfileTest {

    private static final Path CADDYFILE = Path.of("..", "docker", "Caddyfile");

    @ParameterizedTest
    @EnumSource(names = {"TICKETING", "NOTIFICATION"})
    void caddy_knows_the_paths_of_each_service(Service service) throws Exception {
        String matcher = "@" + service.id() + " path ";
        List<String> matchers = Files.readAllLines(CADDYFILE).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(matcher))
                .toList();

        assertThat(matchers)
                .singleElement()
                .extracting(line -> List.of(line.substring(matcher.length()).split(" ")))
                .isEqualTo(Edge.rootsOf(service).stream()
                        .flatMap(root -> Stream.of(root, root + "/*"))
                        .toList());
    }
}
