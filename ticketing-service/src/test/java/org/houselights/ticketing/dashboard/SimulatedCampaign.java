package org.houselights.ticketing.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A campaign whose true pace is known: groups of one to four come on their own on every day, some days and weeks are better than
 * others, and the first and last days bring about twice as many.
 */
record SimulatedCampaign(Campaign campaign) {

    private static final Instant OPENED = Instant.parse("2026-09-07T13:00:00Z");
    private static final long PRICE = 1200;

    /** @param pace of what the goal needs, such as 1 where the average day brings just enough */
    static SimulatedCampaign run(RandomGenerator random, int days, int threshold, double pace) {
        Instant deadline = OPENED.plus(Duration.ofDays(days));
        double rate = pace * threshold / (days + 5);
        List<Sale> sales = new ArrayList<>();
        double week = 1;
        for (int day = 0; day < days; day++) {
            week = day % 7 == 0 ? 0.6 + 0.8 * random.nextDouble() : week;
            double busy = day < 2 || day >= days - 3 ? 1.6 + 0.8 * random.nextDouble() : 1;
            double mood = 0.5 + random.nextDouble();
            int groups = poisson(random, rate * busy * week * mood / 2.05);
            for (int group = 0; group < groups; group++) {
                Instant at = OPENED.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_400));
                sales.add(new Sale(at, PRICE * size(random)));
            }
        }
        sales.sort((one, other) -> one.at().compareTo(other.at()));
        return new SimulatedCampaign(new Campaign(OPENED, deadline, PRICE * threshold, PRICE, sales));
    }

    /** What its host knows when this share of its time is over. */
    Campaign after(double share) {
        Instant now = at(share);
        return new Campaign(
                campaign.openedAt(),
                campaign.deadline(),
                campaign.goal(),
                campaign.price(),
                campaign.sales().stream()
                        .filter(sale -> sale.at().isBefore(now))
                        .toList());
    }

    Instant at(double share) {
        long seconds =
                Duration.between(campaign.openedAt(), campaign.deadline()).toSeconds();
        return campaign.openedAt().plusSeconds((long) (share * seconds));
    }

    boolean succeeds() {
        return campaign.ticketsToGo() == 0;
    }

    private static int size(RandomGenerator random) {
        int of20 = random.nextInt(20);
        return of20 < 6 ? 1 : of20 < 15 ? 2 : of20 < 18 ? 3 : 4;
    }

    private static int poisson(RandomGenerator random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
