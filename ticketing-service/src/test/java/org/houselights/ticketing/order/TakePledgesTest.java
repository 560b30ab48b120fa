package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.order.BoxOffice.pledge;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.order.Pledge.Outcome.Accepted;
import org.houselights.ticketing.order.Pledge.Outcome.Failed;
import org.houselights.ticketing.order.Pledge.Outcome.PledgesOver;
import org.houselights.ticketing.order.Pledge.Outcome.Refused;
import org.houselights.ticketing.order.Pledge.Outcome.Repeated;
import org.houselights.ticketing.presale.PresaleFacts;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Pledges that are decided in one transaction stay each their own. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class TakePledgesTest {

    @Autowired
    private TakePledges take;

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    private ScreeningTold screening;

    @BeforeEach
    void begin() {
        screening = onSale(ScreeningTold.at(clock.instant()).withCapacity(10).withThreshold(5));
    }

    @Test
    void each_gets_an_answer_of_its_own() {
        ScreeningTold unknown = ScreeningTold.at(clock.instant());

        assertThat(take.take(List.of(
                        pledge(screening, "ann", 2),
                        pledge(screening, "ann", 2),
                        pledge(screening, "ann", 1, "another key"),
                        pledge(unknown, "bob", 1),
                        pledge(screening, "bob", 9),
                        pledge(screening, "bob", 3),
                        pledge(screening, "cleo", 1))))
                .satisfiesExactly(
                        accepted -> assertThat(accepted).isInstanceOf(Accepted.class),
                        repeated -> assertThat(repeated).isInstanceOf(Repeated.class),
                        twice -> assertThat(refusal(twice)).isEqualTo("already-ordered"),
                        nowhere -> assertThat(refusal(nowhere)).isEqualTo("not-found"),
                        tooMany -> assertThat(refusal(tooMany)).isEqualTo("sold-out"),
                        tipping -> assertThat(tipping).isInstanceOf(Accepted.class),
                        late -> assertThat(late).isInstanceOf(PledgesOver.class));

        assertThat(desk.facts(screening.id()).taken()).isEqualTo(5);
        assertThat(counter.events(screening))
                .startsWith("PresaleOpened", "OrdersPledged", "ThresholdReached")
                .containsOnlyOnce("ThresholdReached");
        counter.audit(screening);
    }

    @Test
    void several_for_one_pre_sale_are_told_together_as_they_came_and_one_by_itself() {
        ScreeningTold other = onSale(ScreeningTold.at(clock.instant()));

        take.take(List.of(pledge(screening, "ann", 1), pledge(other, "bob", 2), pledge(screening, "cleo", 2)));

        assertThat(counter.events(screening)).containsExactly("PresaleOpened", "OrdersPledged");
        assertThat(counter.events(other)).containsExactly("PresaleOpened", "OrderPledged");
        JsonNode told = counter.told(screening, "OrdersPledged").getFirst();
        assertThat(told.path("orders")
                        .valueStream()
                        .map(order -> order.path("name").stringValue()))
                .containsExactly("ann", "cleo");
        assertThat(told.at("/presale/taken").intValue()).isEqualTo(3);
    }

    @Test
    void a_crowd_is_told_in_parts_that_leave_nobody_out() {
        ScreeningTold large =
                onSale(ScreeningTold.at(clock.instant()).withCapacity(200).withThreshold(150));
        List<String> crowd = IntStream.rangeClosed(1, 101)
                .mapToObj(number -> "buyer" + number)
                .toList();

        take.take(crowd.stream().map(buyer -> pledge(large, buyer, 1)).toList());

        assertThat(counter.events(large))
                .containsExactly("PresaleOpened", "OrdersPledged", "OrdersPledged", "OrderPledged");
        assertThat(Stream.of("OrdersPledged", "OrderPledged")
                        .flatMap(type -> counter.told(large, type).stream())
                        .flatMap(told -> told.findValuesAsString("name").stream())
                        .filter(crowd::contains))
                .containsExactlyElementsOf(crowd);
    }

    @Test
    void one_that_the_database_refuses_spoils_no_other() {
        ScreeningTold other = onSale(ScreeningTold.at(clock.instant()));

        List<Pledge.Outcome> outcomes = take.take(List.of(
                pledge(screening, "bob", 1),
                pledge(other, "bob", 1),
                pledge(other, "ann", Basket.LARGEST + 1),
                pledge(screening, "cleo", 1),
                pledge(other, "cleo", 1)));

        assertThat(outcomes)
                .satisfiesExactly(
                        bob -> assertThat(bob).isInstanceOf(Accepted.class),
                        bob -> assertThat(bob).isInstanceOf(Accepted.class),
                        ann -> assertThat(ann).isInstanceOf(Failed.class),
                        cleo -> assertThat(cleo).isInstanceOf(Accepted.class),
                        cleo -> assertThat(cleo).isInstanceOf(Accepted.class));
        assertThat(counter.events(other)).containsExactly("PresaleOpened", "OrderPledged", "OrderPledged");
        counter.audit(other);
    }

    @Test
    void what_the_last_pledge_turned_is_kept_as_it_was_told() {
        Accepted tipping = (Accepted) take.take(List.of(pledge(screening, "ann", 2), pledge(screening, "bob", 3)))
                .getLast();

        PresaleFacts told = tipping.order().presale();
        PresaleFacts kept = desk.facts(screening.id());
        assertThat(told.status()).isEqualTo(PresaleStatus.COLLECTING);
        assertThat(kept.reachedAt()).isNotNull().isEqualTo(told.reachedAt());
        assertThat(kept.cureEndsAt()).isNotNull().isEqualTo(told.cureEndsAt());
        assertThat(kept.pledged()).isEqualTo(told.pledged());
        assertThat(kept.taken()).isEqualTo(told.taken());
    }

    @Test
    void an_answer_says_what_the_order_s_page_says() {
        Accepted accepted =
                (Accepted) take.take(List.of(pledge(screening, "ann", 2))).getFirst();

        assertThat(accepted.order())
                .usingRecursiveComparison()
                .isEqualTo(counter.show(accepted.order().order().id()));
    }

    private ScreeningTold onSale(ScreeningTold told) {
        desk.onSale(told);
        return told;
    }

    private static String refusal(Pledge.Outcome outcome) {
        return ((Refused) outcome).why().slug();
    }
}
