package org.houselights.ticketing.presale.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.houselights.ticketing.presale.Progress;
import org.houselights.ticketing.presale.Progress.Phase;
import org.houselights.ticketing.presale.web.Watched.Told;
import org.houselights.web.Ids;
import org.houselights.web.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WatchedTest {

    private static final UUID SCREENING = Ids.next();
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Watched presale = new Watched(toGo(9));

    @Test
    void whoever_waits_is_let_go_when_the_house_closes() throws Exception {
        Told last = presale.after(null, LONG).orElseThrow();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Optional<Told>> waiting = new CompletableFuture<>();
            var _ = readers.submit(() -> waiting.complete(presale.after(last, LONG)));

            presale.end();

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
            assertThat(presale.isOver()).isTrue();
        }
    }

    @Test
    void a_slow_reader_is_told_the_latest_only() throws Exception {
        Told last = presale.after(null, LONG).orElseThrow();
        presale.tell(toGo(8));
        presale.tell(toGo(7));

        assertThat(presale.after(last, LONG).orElseThrow().progress().toGo()).isEqualTo(7);
    }

    @Test
    void a_state_is_set_once_for_all_readers_of_a_language() throws Exception {
        Told told = presale.after(null, LONG).orElseThrow();
        AtomicInteger set = new AtomicInteger();

        for (int reader = 0; reader < 3; reader++) {
            told.event(Locale.ENGLISH, (progress, language) -> new byte[set.incrementAndGet()]);
        }

        assertThat(set).hasValue(1);
    }

    private static Progress toGo(int tickets) {
        Money nothing = Money.of(0, "USD");
        return new Progress(
                SCREENING,
                Phase.PLEDGING,
                Money.of(10_000, "USD"),
                nothing,
                nothing,
                tickets,
                100,
                2,
                null,
                ZoneOffset.UTC);
    }
}
