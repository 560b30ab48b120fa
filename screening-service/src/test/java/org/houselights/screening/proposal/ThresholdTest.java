package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import org.houselights.screening.proposal.ThresholdExplanation.Line;
import org.houselights.web.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThresholdTest {

    @Test
    void the_example_takes_66_tickets() {
        assertThat(figures("USD", 50_000, 15_000, 5_000, 1_200, 0, 60, 0, 540).tickets())
                .contains(BigInteger.valueOf(66));
    }

    @Test
    void it_does_not_matter_whether_the_cost_of_a_ticket_is_an_amount_or_a_share() {
        assertThat(figures("USD", 50_000, 15_000, 5_000, 1_200, 0, 0, 500, 540).tickets())
                .contains(BigInteger.valueOf(66));
    }

    @ParameterizedTest(name = "{0} {1}+{2}+{3} at {4}, tax {5}, costs {6} and {7}, host {8}: {9}")
    @CsvSource({
        // Exactly even: 100 tickets of 10.00 pay for 1000.00, and for a cent more it takes one more.
        "USD, 100000, 0, 0, 1000, 0, 0, 0, 0, 100",
        "USD, 100001, 0, 0, 1000, 0, 0, 0, 0, 101",
        // 20 % tax: 12.00 are 10.00 net.
        "GBP, 100000, 0, 0, 1200, 2000, 0, 0, 0, 100",
        "GBP, 100001, 0, 0, 1200, 2000, 0, 0, 0, 101",
        // 13 % tax: 11.30 are 10.00 net, of which 5 % and 10 % go.
        "CAD, 42500, 42500, 0, 1130, 1300, 0, 500, 1000, 100",
        // No minor units.
        "KRW, 600000, 200000, 50000, 15000, 1000, 0, 500, 540, 70",
        "JPY, 1, 0, 0, 2000, 1000, 0, 0, 0, 1",
        // A third of a cent is not lost: 3.33… net, of which 300 make 1000.00 exactly.
        "USD, 100000, 0, 0, 500, 5000, 0, 0, 0, 300",
        // Nothing to pay for: one ticket shows that somebody comes.
        "USD, 0, 0, 0, 1000, 0, 0, 0, 0, 1",
        // A ticket that leaves a ten-thousandth of a cent.
        "USD, 1, 0, 0, 1, 0, 0, 0, 9999, 10000",
        // The largest amounts.
        "USD, 100000000000, 100000000000, 100000000000, 1, 5000, 0, 0, 9999, 4500000000000000"
    })
    void the_threshold_is_exact(
            String currency,
            long hire,
            long licence,
            long fixed,
            long price,
            int tax,
            long costs,
            int costShare,
            int hostShare,
            BigInteger tickets) {
        assertThat(figures(currency, hire, licence, fixed, price, tax, costs, costShare, hostShare)
                        .tickets())
                .contains(tickets);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1000, 1000, 0, 0", "1000, 0, 0, 10000", "1000, 0, 5000, 5000", "1000, 2000, 0, 0"})
    void no_number_of_tickets_is_enough_if_a_ticket_leaves_nothing(
            long price, long costs, int costShare, int hostShare) {
        assertThat(figures("USD", 1, 0, 0, price, 0, costs, costShare, hostShare)
                        .tickets())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 50000, 15000, 5000, 700, 0, 60, 0, 540",
        "USD, 50000, 15000, 5000, 700, 0, 0, 500, 540",
        "GBP, 99999, 12345, 1, 5, 2000, 7, 333, 1234",
        "KRW, 600000, 200000, 50000, 100, 1000, 0, 500, 540"
    })
    void the_price_that_is_advised_is_the_lowest_that_is_enough(
            String currency,
            long hire,
            long licence,
            long fixed,
            long price,
            int tax,
            long costs,
            int costShare,
            int hostShare) {
        long enough = figures(currency, hire, licence, fixed, price, tax, costs, costShare, hostShare)
                .sufficientPrice()
                .orElseThrow()
                .minorUnits();
        BigInteger house = BigInteger.valueOf(100);

        assertThat(figures(currency, hire, licence, fixed, enough, tax, costs, costShare, hostShare)
                        .tickets())
                .hasValueSatisfying(tickets -> assertThat(tickets).isLessThanOrEqualTo(house));
        assertThat(figures(currency, hire, licence, fixed, enough - 1, tax, costs, costShare, hostShare)
                        .tickets())
                .hasValueSatisfying(tickets -> assertThat(tickets).isGreaterThan(house));
    }

    @Test
    void it_is_explained_line_by_line() {
        ThresholdFigures figures = figures("USD", 50_000, 15_000, 5_000, 1_200, 0, 60, 0, 540);

        assertThat(text(ThresholdExplanation.of(figures, 66, null))).isEqualTo("""
                VENUE_HIRE $500.00: 500.00
                LICENCE_MINIMUM $150.00: 150.00
                FIXED_COSTS $50.00: 50.00
                TO_COVER $700.00: 500.00 + 150.00 + 50.00 = 700.00
                PRICE $12.00: 12.00
                SALES_TAX $0.00: 0 % included in 12.00 = 0.00
                NET_PRICE $12.00: 12.00 − 0.00 = 12.00
                TICKET_COSTS $0.60: 0.60 + 0 % of 12.00 = 0.60
                HOST_SHARE $0.65: 5.4 % of 12.00 = 0.648
                LEFT_OF_EACH_TICKET $10.75: 12.00 − 0.60 − 0.648 = 10.752
                BREAK_EVEN: 700.00 / 10.752, rounded up = 66
                """);
    }

    @Test
    void a_currency_without_minor_units_is_explained_in_whole_units() {
        ThresholdFigures figures = figures("KRW", 600_000, 200_000, 50_000, 15_000, 1_000, 0, 500, 540);

        assertThat(text(ThresholdExplanation.of(figures, 70, 80))).isEqualTo("""
                VENUE_HIRE ₩600,000: 600000
                LICENCE_MINIMUM ₩200,000: 200000
                FIXED_COSTS ₩50,000: 50000
                TO_COVER ₩850,000: 600000 + 200000 + 50000 = 850000
                PRICE ₩15,000: 15000
                SALES_TAX ₩1,364: 10 % included in 15000 = 1363.636
                NET_PRICE ₩13,636: 15000 − 1363.636 = 13636.364
                TICKET_COSTS ₩682: 0 + 5 % of 13636.364 = 681.818
                HOST_SHARE ₩736: 5.4 % of 13636.364 = 736.364
                LEFT_OF_EACH_TICKET ₩12,218: 13636.364 − 681.818 − 736.364 = 12218.182
                BREAK_EVEN: 850000 / 12218.182, rounded up = 70
                RAISED_BY_HOST: 80 instead of 70
                """);
    }

    @Test
    void the_host_raises_the_threshold_and_does_not_lower_it() {
        ThresholdFigures figures = figures("USD", 50_000, 15_000, 5_000, 1_200, 0, 60, 0, 540);

        assertThat(ThresholdExplanation.of(figures, 66, 80).tickets()).isEqualTo(80);
        assertThat(ThresholdExplanation.of(figures, 66, 80).breakEven()).isEqualTo(66);
        assertThat(ThresholdExplanation.of(figures, 66, 50).tickets()).isEqualTo(66);
    }

    private static String text(ThresholdExplanation explanation) {
        StringBuilder text = new StringBuilder();
        for (Line line : explanation.lines()) {
            Money amount = line.amount();
            text.append(line.label())
                    .append(amount == null ? "" : " " + amount.format(Locale.US))
                    .append(": ")
                    .append(line.formula())
                    .append('\n');
        }
        return text.toString();
    }

    private static ThresholdFigures figures(
            String currency,
            long hire,
            long licence,
            long fixed,
            long price,
            int tax,
            long costs,
            int costShare,
            int hostShare) {
        return new ThresholdFigures(
                Money.of(hire, currency),
                Money.of(licence, currency),
                Money.of(fixed, currency),
                Money.of(price, currency),
                tax,
                Money.of(costs, currency),
                costShare,
                hostShare,
                100);
    }
}
