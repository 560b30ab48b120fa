package org.houselights.ticketing.warmup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.houselights.ticketing.order.NewOrder;
import org.houselights.ticketing.order.TicketType;
import org.houselights.ticketing.order.WantedTickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders from itself, for a pre-sale that there isn't, before the service says that it is ready: Java compiles what is used often, and whoever
 * came first would wait for that. Everything on the way of an order is used but what decides on it, and nothing is left of it.
 */
@Component
class WarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WarmUpSettings settings;
    private final ServerProperties server;
    private final Environment environment;
    private final JsonMapper json;

    WarmUp(WarmUpSettings settings, ServerProperties server, Environment environment, JsonMapper json) {
        this.settings = settings;
        this.server = server;
        this.environment = environment;
        this.json = json;
    }

    /**
     * The service listens already, and says that it is ready when this has returned. Not to be warm is no reason not to serve, and where nobody
     * listens nobody comes.
     */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException, URISyntaxException {
        Integer port = environment.getProperty("local.server.port", Integer.class);
        if (port != null && !settings.time().isZero()) {
            try {
                order(orders(port), System.nanoTime() + settings.time().toNanos());
            } catch (ExecutionException e) {
                log.warn("The way of an order could not be warmed up: {}", String.valueOf(e.getCause()));
            }
        }
    }

    private void order(URI orders, long until) throws InterruptedException, ExecutionException {
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            List<Future<?>> all = Stream.<Future<?>>generate(() -> buyers.submit(() -> {
                        while (System.nanoTime() < until) {
                            client.send(request(orders), BodyHandlers.discarding());
                        }
                        return null;
                    }))
                    .limit(AT_ONCE)
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private URI orders(int port) throws URISyntaxException {
        InetAddress address = server.getAddress() == null ? InetAddress.getLoopbackAddress() : server.getAddress();
        String path = "/api/presales/%s/orders".formatted(new UUID(0, 0));
        return new URI("http", null, address.getHostAddress(), port, path, null, null);
    }

    /** From networks that are nobody's (RFC 5737), and each by another buyer: so it counts against nobody's limits. */
    private HttpRequest request(URI orders) throws IOException {
        int number = ThreadLocalRandom.current().nextInt(1_000_000);
        NewOrder order = new NewOrder(
                "Nobody",
                "nobody-%d@example.org".formatted(number),
                "en",
                List.of(new WantedTickets(TicketType.FULL, 1, null)),
                "no card");
        return HttpRequest.newBuilder(orders)
                .timeout(PATIENCE)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .header("X-Forwarded-For", "192.0.2." + number % 256)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(order)))
                .build();
    }
}
