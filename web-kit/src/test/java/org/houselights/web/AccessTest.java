package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.houselights.web.access.Badges;
import org.houselights.web.access.CsrfTokens;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointRights.Endpoint;
import org.houselights.web.access.EndpointWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@HouseTest
class AccessTest {

    private static final UnaryOperator<JWTClaimsSet.Builder> AS_IS = UnaryOperator.identity();

    @LocalServerPort
    private int port;

    @Autowired
    private SessionRevocations revocations;

    @Autowired
    private EndpointRights rights;

    @Autowired
    private Badges badges;

    private final UUID ada = UUID.randomUUID();
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void nobody_gets_in_without_signing_in() {
        HttpResponse<String> answer = visitor.get("/distributors");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).contains("problems/not-signed-in");
        assertThat(visitor.get("/who").body()).isEqualTo("nobody");
    }

    @Test
    void a_bearer_token_says_who_calls() {
        assertThat(visitor.get("/who", bearer(AS_IS)).body()).isEqualTo("Ada");
        assertThat(visitor.post("/signed-in", "", bearer(AS_IS)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_opens_what_is_for_it_and_nothing_else() {
        assertThat(visitor.get("/distributors", bearer(AS_IS)).statusCode()).isEqualTo(403);
        assertThat(visitor.get("/distributors", bearer(claims -> claims.claim("roles", List.of("DISTRIBUTOR"))))
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("over", claims -> claims.expirationTime(Date.from(Instant.EPOCH))),
                forgery("never over", claims -> claims.expirationTime(null)),
                forgery("of another issuer", claims -> claims.issuer("http://elsewhere")),
                forgery("for another audience", claims -> claims.audience("elsewhere")),
                forgery("of no person", claims -> claims.subject("ada")),
                forgery("of an unknown role", claims -> claims.claim("roles", List.of("EMPEROR"))));
    }

    private static Arguments forgery(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.argumentSet(name, change);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_token_is_refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThat(visitor.get("/who", bearer(change)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_of_another_key_or_without_a_signature_is_refused() {
        String foreign = Visitor.token(HouseOfTests.key(), ada, AS_IS);
        String unsigned = new PlainJWT(new JWTClaimsSet.Builder()
                        .subject(ada.toString())
                        .issuer("http://localhost:8080")
                        .audience("houselights")
                        .build())
                .serialize();

        assertThat(Stream.of(foreign, unsigned, "nonsense", "")
                        .map(token -> visitor.get("/who", "Authorization", "Bearer " + token)
                                .statusCode()))
                .containsOnly(401);
        assertThat(visitor.get("/who", "Authorization", "Basic YTpi").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_over_at_once() {
        String[] token = bearer(AS_IS);
        revocations.record(ada, Instant.now().plusSeconds(60));

        assertThat(visitor.get("/who", token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_cookie_that_is_over_counts_as_none() {
        assertThat(visitor.get("/who", "Cookie", "houselights=nonsense").body()).isEqualTo("nobody");
    }

    @Test
    void what_a_cookie_may_change_needs_the_csrf_token_too() {
        String cookie = "houselights=" + Visitor.token(HouseOfTests.KEY, ada, AS_IS);

        assertThat(visitor.get("/who", "Cookie", cookie).body()).isEqualTo("Ada");
        HttpResponse<String> without = visitor.post("/signed-in", "", "Cookie", cookie);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("problems/csrf-token-missing");
        assertThat(visitor.post("/signed-in", "", "Cookie", cookie, CsrfTokens.HEADER, CsrfTokens.of("session-2"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/signed-in", "", "Cookie", cookie, CsrfTokens.HEADER, CsrfTokens.of("session-1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_page_carries_the_headers_that_protect_it() {
        for (String path : List.of("/who", "/nothing", "/troubles/unknown")) {
            HttpHeaders headers = visitor.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe-inline"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
    }

    @Test
    void an_answer_of_the_api_is_no_page_whatever_a_browser_takes_it_for() {
        for (String path : List.of("/api/nothing", "/api/openapi/tests")) {
            HttpHeaders headers = visitor.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void every_endpoint_is_listed_with_those_who_may_call_it() {
        assertThat(rights.all())
                .contains(new Endpoint("GET", "/distributors", List.of(Who.DISTRIBUTOR, Who.OPERATOR)))
                .noneMatch(endpoint -> endpoint.path().contains("openapi"));
    }

    @Test
    void every_endpoint_is_open_to_those_it_names_and_nobody_else() {
        assertThat(new EndpointWalk(rights, badges, port).wrongAnswers()).isEmpty();
    }

    @Test
    void options_tell_which_methods_there_are() {
        HttpResponse<String> answer =
                visitor.send(visitor.request("/orders").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST,OPTIONS");
    }

    @Test
    void a_service_with_an_endpoint_that_names_nobody_does_not_start() {
        SpringApplicationBuilder service = new SpringApplicationBuilder(Careless.class);

        assertThatThrownBy(() -> service.run(
                        "--spring.config.import=classpath:house.yml",
                        "--spring.application.name=careless",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--server.port=0"))
                .hasStackTraceContaining("annotate it with @Allow");
    }

    private String[] bearer(UnaryOperator<JWTClaimsSet.Builder> change) {
        return new String[] {"Authorization", "Bearer " + Visitor.token(HouseOfTests.KEY, ada, change)};
    }

    @Import({HouseOfTests.class, AccessTest.Careless.OpenDoor.class})
    static class Careless {

        @RestController
        static class OpenDoor {

            @GetMapping("/open")
            String open() {
                return "come in";
            }
        }
    }
}
