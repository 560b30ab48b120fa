package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atLeast;
import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.houselights.local.Looks;
import org.houselights.local.Service;

/** What follows when a pledge reaches the threshold: every card is charged, then every ticket issued, and all are told. */
final class Tipping {

    private static final int ORDERS = 5_000;
    private static final int PRACTICE = 3_000;
    private static final int PRICE = 1200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final MailSink sink;
    private final int rounds;
    private final Consumer<Figure> report;

    Tipping(Stage stage, MailSink sink, int rounds, Consumer<Figure> report) {
        this.stage = stage;
        this.sink = sink;
        this.rounds = rounds;
        this.report = report;
    }

    /** Seconds from the last pledge on. */
    private record Tipped(UUID screening, double charged, double ticketed, double mailed) {}

    void measure() {
        Practice.until(
                () -> mailedAgain(tip(PRACTICE).screening(), PRACTICE),
                stage.pid(Service.TICKETING),
                stage.pid(Service.NOTIFICATION));
        var charged = new ArrayList<Double>();
        var ticketed = new ArrayList<Double>();
        var mailed = new ArrayList<Double>();
        var mails = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        var ticketingsHeap = new ArrayList<Double>();
        var notificationsHeap = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double ticketingsBefore = Jvm.heapInUse(stage.pid(Service.TICKETING));
            double notificationsBefore = Jvm.heapInUse(stage.pid(Service.NOTIFICATION));
            Tipped tipped = tip(ORDERS);
            charged.add(tipped.charged());
            ticketed.add(tipped.ticketed());
            mailed.add(tipped.mailed());
            MailSink.Arrivals again = mailedAgain(tipped.screening(), ORDERS);
            mails.add(again.perSecond());
            plain.add(plainly(again.size()));
            ticketingsHeap.add(Jvm.heapInUse(stage.pid(Service.TICKETING)) / ticketingsBefore);
            notificationsHeap.add(Jvm.heapInUse(stage.pid(Service.NOTIFICATION)) / notificationsBefore);
        }
        report.accept(new Figure("threshold to last of 5,000 orders charged", charged, "s", null));
        report.accept(new Figure("  to last ticketed", ticketed, "s", null));
        report.accept(new Figure("  to last receipt and tickets mailed", mailed, "s", atMost(20)));
        report.accept(new Figure("mails with tickets, written and sent", mails, "/s", null));
        report.accept(new Figure("mails as large, sent by the mail library alone", plain, "/s", null));
        report.accept(new Figure("mails ÷ the library's", Figure.ratios(mails, plain), "", atLeast(0.3)));
        report.accept(new Figure("heap of ticketing after ÷ before", ticketingsHeap, "", atMost(1.3)));
        report.accept(new Figure("heap of notification after ÷ before", notificationsHeap, "", atMost(1.3)));
    }

    private Tipped tip(int orders) {
        UUID screening = stage.presale();
        stage.execute("update presale set threshold = %d, goal = %d where screening_id = '%s'"
                .formatted(orders, orders * PRICE, screening));
        Request pledge = Request.pledge(screening);
        Load load = stage.ticketing();
        sink.startAgain();
        load.open(1000, Duration.ofMillis(orders - 1), pledge);
        awaitSent(screening, orders - 1, "PLEDGE_RECEIVED");
        sink.startAgain();
        long start = System.nanoTime();
        load.open(1, Duration.ofSeconds(1), pledge);
        String presale = " from presale where screening_id = '%s'".formatted(screening);
        await(() -> stage.number("select seats_sold" + presale) == orders);
        double charged = secondsSince(start);
        confirm(screening);
        await(() ->
                stage.number("select count(*) from ticket where screening_id = '%s'".formatted(screening)) == orders);
        double ticketed = secondsSince(start);
        awaitSent(screening, 2 * orders, "ORDER_CHARGED", "TICKETS_ISSUED");
        return new Tipped(screening, charged, ticketed, secondsSince(start));
    }

    /** The rows of the mails are asked only when there can be as many, because to count them takes time from those who work. */
    private void awaitSent(UUID screening, int count, String... kinds) {
        await(() -> sink.arrivals().count() >= count);
        await(() -> stage.number(
                        Service.NOTIFICATION,
                        "select count(*) from mail where screening_id = '%s' and status = 'SENT' and kind in ('%s')"
                                .formatted(screening, String.join("', '", kinds)))
                == count);
    }

    /** As the screening's service does when it hears that the money is there. */
    private void confirm(UUID screening) {
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.plan().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(Example.confirmed(screening)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All mails with tickets once more, as if an operator had asked for each: nothing but mail is worked on meanwhile. */
    private MailSink.Arrivals mailedAgain(UUID screening, int count) {
        sink.startAgain();
        stage.execute(Service.NOTIFICATION, """
                update mail set status = 'WAITING', sent_at = null, copy = copy + 1, attempts = 0, due_at = now()
                where screening_id = '%s' and kind = 'TICKETS_ISSUED'""".formatted(screening));
        await(() -> sink.arrivals().count() == count);
        return sink.arrivals();
    }

    private double plainly(int size) {
        sink.startAgain();
        new PlainMail(sink.port()).send(ORDERS, size);
        return sink.arrivals().perSecond();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void await(BooleanSupplier end) {
        if (!Looks.until(PATIENCE, end)) {
            throw new IllegalStateException("It doesn't come to an end");
        }
    }
}
