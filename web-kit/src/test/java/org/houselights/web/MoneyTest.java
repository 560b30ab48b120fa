package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyTest {

    @Test
    void amounts_of_one_currency_add_up() {
        assertThat(Money.of(1200, "USD").plus(Money.of(60, "USD")).minus(Money.of(10, "USD")))
                .isEqualTo(Money.of(1250, "USD"));
        assertThat(Money.of(1200, "USD").times(3)).isEqualTo(Money.of(3600, "USD"));
        assertThat(Money.of(1200, "USD")).isGreaterThan(Money.of(1199, "USD"));
    }

    @Test
    void amounts_of_two_currencies_do_not() {
        assertThatThrownBy(() -> Money.of(1, "USD").plus(Money.of(1, "CAD"))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void nobody_owes_less_than_nothing_or_pays_in_gold() {
        assertThatThrownBy(() -> Money.of(1, "USD").minus(Money.of(2, "USD"))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Money.of(1, "XAU")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void an_amount_too_large_to_count_is_refused_and_never_wraps_around() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "USD").times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void money_is_written_as_people_write_it() {
        assertThat(Money.of(1200, "USD").format(Locale.US)).isEqualTo("$12.00");
        assertThat(Money.of(15_000, "KRW").format(Locale.KOREA)).isEqualTo("₩15,000");
        assertThat(Money.of(1200, "EUR").format(Locale.FRANCE)).isEqualTo("12,00\u00a0€");
    }
}
