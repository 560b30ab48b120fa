package org.houselights.screening.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.houselights.screening.ServiceTest;
import org.houselights.testkit.Contracts;
import org.houselights.web.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ProgressNewsTest {

    @Autowired
    private ProgressNews news;

    @Autowired
    private Progresses progresses;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PresaleOpened",
                "OrderPledged",
                "OrdersPledged",
                "OrderAltered",
                "OrderCancelled",
                "ThresholdReached",
                "OrderPaid",
                "OrderDropped",
                "PresaleSecured",
                "PresaleShort",
                "PresaleMissed",
                "PresaleCancelled",
                "PresaleClosed"
            })
    void whatever_moves_a_pre_sale_tells_how_far_it_is_then(String event) {
        UUID screening = UUID.randomUUID();

        news.on(Contracts.delivered(event, screening));

        JsonNode told = JsonMapper.shared().readTree(Contracts.example(event)).path("presale");
        assertThat(progresses.of(screening)).hasValueSatisfying(progress -> {
            assertThat(progress.status()).isEqualTo(told.path("status").stringValue());
            assertThat(progress.taken()).isEqualTo(told.path("taken").intValue());
            assertThat(progress.pledged())
                    .isEqualTo(Money.of(told.at("/pledged/minorUnits").longValue(), "USD"));
        });
    }
}
