package org.houselights.ticketing.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How likely a campaign reaches its goal by its deadline.
 *
 * <p>Tickets sell at a daily rate that nobody knows, more of them in the first and the last days, and they come in groups. What is
 * believed of the rate is a gamma distribution: at first only that such campaigns sell about what they need, then more and more what
 * this one sold. The tickets still to come follow from it as a negative binomial distribution. {@code docs/decisions/0012} says why,
 * and how its percentages are tested.
 *
 * @param chance from 0 to 1
 * @param perDay tickets at full price that an ordinary day brings
 * @param neededPerDay how many it would have to bring from now on
 */
record Forecast(double chance, double perDay, double neededPerDay) {

    /** How the chance is put into a word. */
    enum Outlook {
        LIKELY,
        ABOUT_EVEN,
        NEEDS_A_PUSH
    }

    private static final Duration DAY = Duration.ofDays(1);

    /** Days at either end that bring twice what an ordinary one brings: friends come first, and the late come last. */
    private static final double FIRST_DAYS = 2;

    private static final double LAST_DAYS = 3;

    /** How many ordinary days' sales the first guess of the rate is worth; how wrong such a guess may be. */
    private static final double FIRST_GUESS = 1;

    /** Variance of a day's tickets over their mean: what is expected, because people come in groups, and for how many days that counts. */
    private static final double USUAL_SPREAD = 3;

    private static final double SPREAD_KNOWN_FOR_DAYS = 10;

    /** How far a campaign's pace changes of itself, as a share of it. */
    private static final double DRIFT = 0.25;

    static Forecast of(Campaign campaign, Instant now) {
        double whole = days(campaign.openedAt(), campaign.deadline());
        double gone = Math.clamp(days(campaign.openedAt(), now), 0, whole);
        double sold = (double) campaign.sold() / campaign.price();
        double usualRate = (double) campaign.goal() / campaign.price() / weight(whole, whole);
        double weightGone = weight(gone, whole);
        double weightLeft = weight(whole, whole) - weightGone;
        double spread = spread(campaign, gone, whole);

        double shape = FIRST_GUESS + sold / spread;
        double scale = FIRST_GUESS / usualRate + weightGone / spread;
        double rate = shape / scale;
        double rateVariance = shape / (scale * scale) + Math.pow(DRIFT * rate, 2);

        double mean = rate * weightLeft;
        double variance = spread * mean + rateVariance * weightLeft * weightLeft;
        int toGo = campaign.ticketsToGo();
        return new Forecast(
                toGo == 0 ? 1 : atLeast(toGo, mean, variance), rate, weightLeft == 0 ? toGo : toGo / weightLeft);
    }

    public Outlook outlook() {
        return chance >= 0.65 ? Outlook.LIKELY : chance >= 0.35 ? Outlook.ABOUT_EVEN : Outlook.NEEDS_A_PUSH;
    }

    /** For people, who hear a promise in 100 and a verdict in 0. */
    public int percent() {
        return Math.clamp(Math.round(100 * chance), 1, 99);
    }

    private static double days(Instant from, Instant to) {
        return (double) Duration.between(from, to).toSeconds() / DAY.toSeconds();
    }

    /** Ordinary days that the first days of a campaign are worth. */
    private static double weight(double days, double whole) {
        double early = Math.min(days, FIRST_DAYS);
        double late = Math.max(0, days - Math.max(FIRST_DAYS, whole - LAST_DAYS));
        return days + early + late;
    }

    /** Variance over mean of this campaign's days, leaning on what is usual while there are few of them. */
    private static double spread(Campaign campaign, double gone, double whole) {
        int fullDays = (int) gone;
        double[] tickets = new double[fullDays];
        for (Sale sale : campaign.sales()) {
            int day = (int) days(campaign.openedAt(), sale.at());
            if (day < fullDays) {
                tickets[day] += (double) sale.amount() / campaign.price();
            }
        }
        double mean = Arrays.stream(tickets).sum() / Math.max(1, weight(fullDays, whole));
        double deviations = 0;
        for (int day = 0; day < fullDays && mean > 0; day++) {
            double expected = mean * (weight(day + 1, whole) - weight(day, whole));
            deviations += Math.pow(tickets[day] - expected, 2) / expected;
        }
        double seen = mean > 0 ? fullDays : 0;
        return Math.max(1.1, (USUAL_SPREAD * SPREAD_KNOWN_FOR_DAYS + deviations) / (SPREAD_KNOWN_FOR_DAYS + seen));
    }

    /** The chance of at least so many in a negative binomial distribution of this mean and variance. */
    private static double atLeast(int least, double mean, double variance) {
        if (mean <= 0) {
            return 0;
        }
        double size = mean * mean / (variance - mean);
        double more = Math.log(mean / (size + mean));
        double logProbability = size * Math.log(size / (size + mean));
        double fewer = 0;
        for (int tickets = 0; tickets < least; tickets++) {
            fewer += Math.exp(logProbability);
            logProbability += Math.log((tickets + size) / (tickets + 1)) + more;
        }
        return Math.clamp(1 - fewer, 0, 1);
    }
}
