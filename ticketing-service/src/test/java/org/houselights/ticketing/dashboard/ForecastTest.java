package org.houselights.ticketing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.houselights.ticketing.dashboard.Forecast.Outlook;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ForecastTest {

    private static final Instant OPENED = Instant.parse("2026-09-07T13:00:00Z");
    private static final Instant DEADLINE = OPENED.plus(Duration.ofDays(30));

    /** How often campaigns succeeded of which the forecast said a chance within the same ten percent. */
    private record Said(int often, int succeeded) {

        double share() {
            return (double) succeeded / often;
        }
    }

    @Test
    void of_campaigns_that_are_given_a_chance_about_that_share_succeeds() {
        Random random = new Random(20261121);
        int[] often = new int[10];
        int[] succeeded = new int[10];
        for (int i = 0; i < 4000; i++) {
            // From less than half of what is needed to two and a half times as much.
            double pace = 0.4 * Math.pow(6.25, random.nextDouble());
            SimulatedCampaign campaign =
                    SimulatedCampaign.run(random, 20 + random.nextInt(20), 30 + random.nextInt(90), pace);
            for (double share : new double[] {0.15, 0.3, 0.5, 0.8}) {
                Campaign known = campaign.after(share);
                if (known.ticketsToGo() > 0) {
                    int tenth = (int) Math.min(
                            9, 10 * Forecast.of(known, campaign.at(share)).chance());
                    often[tenth]++;
                    succeeded[tenth] += campaign.succeeds() ? 1 : 0;
                }
            }
        }

        List<Said> said = IntStream.range(0, 10)
                .mapToObj(tenth -> new Said(often[tenth], succeeded[tenth]))
                .toList();

        assertThat(said).allSatisfy(each -> assertThat(each.often()).isGreaterThan(300));
        for (int tenth = 0; tenth < 10; tenth++) {
            assertThat(said.get(tenth).share())
                    .as("succeeded of those given %d to %d %%", 10 * tenth, 10 * tenth + 10)
                    .isCloseTo(0.05 + tenth / 10.0, within(0.08));
        }
    }

    @Test
    void before_anything_is_known_it_is_about_even() {
        assertThat(forecast(0, List.of()).outlook()).isEqualTo(Outlook.ABOUT_EVEN);
    }

    @Test
    void who_sells_twice_what_is_needed_is_likely_and_who_sells_nothing_needs_a_push() {
        assertThat(forecast(10, oneADay(10, 4)).outlook()).isEqualTo(Outlook.LIKELY);
        assertThat(forecast(10, List.of()).outlook()).isEqualTo(Outlook.NEEDS_A_PUSH);
    }

    @Test
    void each_silent_day_lowers_the_chance_and_a_sale_raises_it() {
        List<Sale> sales = oneADay(10, 2);

        assertThat(forecast(14, sales).chance()).isLessThan(forecast(11, sales).chance());
        assertThat(forecast(11, oneADay(11, 2)).chance())
                .isGreaterThan(forecast(11, sales).chance());
    }

    @Test
    void the_last_days_bring_more_than_others() {
        Forecast early = forecast(10, oneADay(10, 2));
        Forecast late = forecast(28, oneADay(28, 2));

        // 40 tickets over 17 ordinary and 3 double days; 4 over 2 double days.
        assertThat(early.neededPerDay()).isCloseTo(40.0 / 23, within(0.01));
        assertThat(late.neededPerDay()).isCloseTo(1.0, within(0.01));
    }

    @Test
    void a_goal_that_is_reached_is_certain_and_one_without_time_is_lost_and_nobody_is_told_0_or_100() {
        Forecast reached = forecast(10, oneADay(10, 6));
        Forecast lost = forecast(30, oneADay(10, 2));

        assertThat(reached.chance()).isEqualTo(1);
        assertThat(lost.chance()).isZero();
        assertThat(List.of(reached.percent(), lost.percent())).containsExactly(99, 1);
    }

    private static Forecast forecast(int day, List<Sale> sales) {
        return Forecast.of(new Campaign(OPENED, DEADLINE, 60 * 1200, 1200, sales), OPENED.plus(Duration.ofDays(day)));
    }

    private static List<Sale> oneADay(int days, int tickets) {
        return LongStream.range(0, days)
                .mapToObj(day -> new Sale(OPENED.plus(Duration.ofDays(day)).plusSeconds(60), 1200L * tickets))
                .toList();
    }
}
