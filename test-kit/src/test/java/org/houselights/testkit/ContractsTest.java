package org.houselights.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsTest {

    @Test
    void a_body_that_keeps_its_contract_passes() {
        assertThatCode(() -> Contracts.check("ScreeningOnSale", Contracts.example("ScreeningOnSale")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_body_that_breaks_its_contract_is_refused_with_the_place_of_every_breach() {
        String broken = Contracts.example("ScreeningOnSale")
                .replace("\"minorUnits\":1200", "\"minorUnits\":\"1200\"")
                .replace("\"timeZone\"", "\"zone\"")
                .replace("hanna@example.org", "Hanna");

        assertThatThrownBy(() -> Contracts.check("ScreeningOnSale", broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("ScreeningOnSale breaks its contract:")
                .hasMessageContaining("/screening/price/minorUnits")
                .hasMessageContaining("/screening/venue required property 'timeZone' not found")
                .hasMessageContaining("/screening/host/email");
    }

    @Test
    void an_event_without_a_contract_is_refused() {
        assertThatThrownBy(() -> Contracts.check("ScreeningForgotten", "{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("There is no contract for ScreeningForgotten");
    }

    @Test
    void headers_that_lack_something_are_refused() {
        assertThatThrownBy(() -> Contracts.checkHeaders("{\"ce_specversion\":\"1.0\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ce_id");
    }

    @Test
    void every_event_is_told_on_one_of_three_topics() {
        assertThat(Contracts.types())
                .hasSize(Contracts.types("screening-events").size()
                        + Contracts.types("ticketing-events").size()
                        + Contracts.types("account-events").size());
        assertThat(Contracts.types("account-events")).containsExactly("SessionsRevoked", "SignInRequested");
    }

    @Test
    void an_example_can_be_delivered_as_news_of_any_screening() {
        UUID screening = UUID.randomUUID();

        var first = Contracts.delivered("PresaleSecured", screening);
        var second = Contracts.delivered("PresaleSecured", screening);

        assertThat(first.topic()).isEqualTo("ticketing-events");
        assertThat(first.key()).isEqualTo(screening.toString());
        assertThat(new String(first.value(), UTF_8)).contains("\"screeningId\":\"" + screening);
        assertThat(first.headers().lastHeader("ce_id"))
                .isNotEqualTo(second.headers().lastHeader("ce_id"));
        assertThat(first.headers().lastHeader("ce_subject").value())
                .asString(UTF_8)
                .isEqualTo(first.key());
    }
}
