package org.houselights.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.houselights.web.access.Badges;
import org.houselights.web.page.AskedAgain;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with an endpoint for every kind of trouble, and no database. */
@SpringBootConfiguration
@Import(Badges.ByOwnKeys.class)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
class HouseOfTests {

    static final ECKey KEY = key();

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(KEY));
    }

    @Bean
    SessionRevocations revocations() {
        Map<UUID, Instant> revoked = new ConcurrentHashMap<>();
        return new SessionRevocations() {
            @Override
            public boolean revoked(UUID personId, Instant issuedAt) {
                return issuedAt.isBefore(revoked.getOrDefault(personId, Instant.MIN));
            }

            @Override
            public void record(UUID personId, Instant notBefore) {
                revoked.put(personId, notBefore);
            }
        };
    }

    @Bean
    ConstraintProblems constraints() {
        return new ConstraintProblems()
                .on(
                        "one_per_address",
                        () -> Problems.conflict("already-there", Sentence.verbatim("There is one already.")));
    }

    enum Kind {
        FULL,
        CONCESSION
    }

    record Line(Kind kind, @Min(1) @Max(10) int quantity) {}

    record Order(
            @PlainText(max = 40) String name,
            @EmailAddress String email,
            @NotNull Money price,
            @Nullable ZoneId zone,
            @Nullable UUID film,
            @Nullable Instant at,
            @Nullable LocalDateTime starts,
            @NotNull List<@Valid Line> lines) {}

    @RestController
    static class Booth {

        @Allow(Who.ANYONE)
        @PostMapping("/orders")
        Order order(@Valid @RequestBody Order order) {
            return order;
        }

        @Allow(Who.ANYONE)
        @GetMapping("/things/{id}")
        UUID thing(@PathVariable UUID id, @RequestParam(defaultValue = "1") @Max(5) int depth) {
            return id;
        }

        @Allow(Who.ANYONE)
        @GetMapping("/pages")
        PageOf<String> pages(Paging paging) {
            return PageOf.of(List.of(), paging, 0);
        }

        @Allow(Who.ANYONE)
        @GetMapping("/kinds")
        Kind kinds(@RequestParam Kind kind, @RequestHeader("X-Needed") String needed) {
            return kind;
        }

        @Allow(Who.ANYONE)
        @AskedAgain
        @GetMapping("/who")
        String who(Optional<Caller> caller, Network network) {
            return caller.map(Caller::name).orElse("nobody");
        }

        @Allow(Who.SIGNED_IN)
        @PostMapping("/signed-in")
        Map<String, String> signedIn(Caller caller) {
            return Map.of("name", caller.name());
        }

        @Allow({Who.DISTRIBUTOR, Who.OPERATOR})
        @GetMapping("/distributors")
        Map<String, String> distributors(Caller caller) {
            return Map.of("name", caller.name());
        }

        @Allow(Who.ANYONE)
        @GetMapping("/troubles/{kind}")
        String trouble(@PathVariable String kind) {
            throw switch (kind) {
                case "constraint" -> new DataIntegrityViolationException("secret", violated("one_per_address"));
                case "unknown-constraint" -> new DataIntegrityViolationException("secret", violated("other"));
                case "lock" -> new CannotAcquireLockException("secret");
                case "slow" -> new QueryTimeoutException("secret");
                case "away" -> new CannotGetJdbcConnectionException("secret", new SQLException("secret", "08001"));
                case "meanwhile" -> new OptimisticLockingFailureException("secret");
                case "value" -> new InvalidValue(Sentence.verbatim("Twelve is too many."));
                case "unknown" -> new IllegalStateException("secret");
                default -> Problems.notFound("page");
            };
        }

        private static PSQLException violated(String constraint) {
            return new PSQLException(new ServerErrorMessage("SERROR\0C23505\0Msecret\0n" + constraint + "\0\0"));
        }
    }
}
