package org.houselights.local.story;

import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.local.Api;
import org.houselights.local.SignIn;
import org.houselights.local.Trouble;
import tools.jackson.databind.JsonNode;

/**
 * <em>Seoul Train</em> comes to town: proposed, approved, pledged for, charged, one card failed and replaced, confirmed. Needs
 * the catalogue of the seeds; can be played any number of times, each time on a day of its own.
 */
public final class Story {

    private static final String HOST = "maya@houselights.example";
    private static final String DISTRIBUTOR = "dana@paperlantern.example";
    private static final int MOST_PER_ORDER = 10;
    private static final LocalTime EVENING = LocalTime.of(19, 30);
    private static final int FIRST_DAY = 30;
    private static final int LAST_DAY = 300;

    private final Api house;
    private final SignIn signIn;
    private final Narrator tell;

    public Story(URI house, URI inbox, PrintStream out) {
        this.house = Api.at(house);
        this.signIn = new SignIn(house, inbox);
        this.tell = new Narrator(Api.at(inbox), out);
    }

    /** @throws Trouble that names the first step that was not seen */
    public void play() {
        String screening = propose();
        approve(screening);
        List<Buyer> buyers = pledge(screening);
        replaceCard(buyers.getLast(), screening);
        confirm(screening, buyers);
    }

    private String propose() {
        tell.step("A host signs in by the link in a mail and proposes Seoul Train.");
        Api host = house.as(signIn.as(HOST));
        tell.mail(HOST, "Your link to sign in");
        JsonNode proposed = host.post("/api/screenings", freeEvening(host));
        String id = proposed.get("id").stringValue();
        tell.detail("%s, %s, on %s: %s tickets at %s would pay for it."
                .formatted(
                        proposed.at("/venue/name").stringValue(),
                        proposed.at("/venue/city").stringValue(),
                        proposed.get("localStart").stringValue().replace('T', ' '),
                        proposed.at("/threshold/tickets"),
                        money(proposed.get("price"))));
        tell.link("The screening", house.address().resolve("/api/screenings/" + id));
        tell.mail(HOST, "We have your proposal");
        return id;
    }

    /** The first evening on which nothing speaks against the proposal. */
    private Map<String, Object> freeEvening(Api host) {
        JsonNode film = host.get("/api/films?query=Seoul%20Train")
                .get("items")
                .valueStream()
                .findFirst()
                .orElseThrow(() -> new Trouble("Seoul Train is not in the catalogue: load the seeds first."));
        for (JsonNode licence : film.get("licences")) {
            if (!licence.get("kind").stringValue().equals("CROWD_FUNDED")) {
                continue;
            }
            String currency = licence.at("/licenceMinimum/currency").stringValue();
            for (JsonNode venue : venues(host, licence, currency)) {
                JsonNode auditorium = venue.get("auditoria").get(0);
                for (int day = FIRST_DAY; day < LAST_DAY; day++) {
                    var proposal = Map.<String, Object>of(
                            "filmId", film.get("id").stringValue(),
                            "licenceId", licence.get("id").stringValue(),
                            "venueId", venue.get("id").stringValue(),
                            "auditoriumId", auditorium.get("id").stringValue(),
                            "startsAt",
                                    LocalDateTime.of(
                                            LocalDate.now(ZoneOffset.UTC).plusDays(day), EVENING),
                            "price", Map.of("minorUnits", 1200, "currency", currency),
                            "capacity", auditorium.get("capacity").intValue(),
                            "message", "Our town has been waiting for this film.");
                    if (host.post("/api/screenings/check", proposal)
                            .get("violations")
                            .isEmpty()) {
                        return proposal;
                    }
                }
            }
        }
        throw new Trouble("No evening is free for Seoul Train in any venue: ./run --fresh starts over.");
    }

    private static List<JsonNode> venues(Api host, JsonNode licence, String currency) {
        return licence.get("territories")
                .valueStream()
                .flatMap(territory -> host.get("/api/venues?country=" + territory.stringValue())
                        .get("items")
                        .valueStream())
                .filter(venue -> venue.get("currency").stringValue().equals(currency))
                .toList();
    }

    private void approve(String screening) {
        tell.step("The film's distributor finds it in the mail and approves.");
        tell.mail(DISTRIBUTOR, "Waiting for your decision");
        Api distributor = house.as(signIn.as(DISTRIBUTOR));
        distributor.post("/api/screenings/" + screening + "/approve", Map.of());
        tell.mail(HOST, "Approved, tickets are on sale");
        presale(screening, "OPEN");
        tell.link("The pre-sale is open", house.address().resolve("/api/presales/" + screening));
    }

    private record Buyer(String email, String card, int tickets, String order) {}

    private List<Buyer> pledge(String screening) {
        JsonNode presale = house.get("/api/presales/" + screening);
        int left = presale.get("threshold").intValue();
        tell.step("%d people pledge for %d tickets. The last one's card will fail."
                .formatted((left + MOST_PER_ORDER - 1) / MOST_PER_ORDER, left));
        List<Buyer> buyers = new ArrayList<>();
        while (left > 0) {
            int tickets = Math.min(left, MOST_PER_ORDER);
            left -= tickets;
            String name = NAMES.get(buyers.size() % NAMES.size());
            String email = "%s.%d@example.org".formatted(name.toLowerCase(Locale.ROOT), buyers.size() + 1);
            String card = left == 0 ? "sandbox-declined-later" : "sandbox-accepted";
            JsonNode order = house.post(
                    "/api/presales/" + screening + "/orders",
                    Map.of(
                            "name", name,
                            "email", email,
                            "tickets", List.of(Map.of("type", "FULL", "quantity", tickets)),
                            "card", card));
            buyers.add(new Buyer(email, card, tickets, order.get("token").stringValue()));
            tell.mail(email, "Pledge received, nothing charged yet");
        }
        return buyers;
    }

    private static final List<String> NAMES =
            List.of("Ada", "Ben", "Carla", "Dae-jung", "Emma", "Farid", "Grace", "Hugo");

    private void replaceCard(Buyer unlucky, String screening) {
        tell.step("The threshold is reached, the cards are charged, and one is declined.");
        tell.mail(HOST, "Threshold reached");
        presale(screening, "COLLECTING");
        JsonNode mail = tell.mail(unlucky.email(), "Your card was not accepted");
        tell.step("Its owner opens the link in that mail and gives another card.");
        String token = orderToken(mail);
        house.post("/api/orders/" + token + "/card", Map.of("card", "sandbox-accepted"));
        tell.link("The order", house.address().resolve("/api/orders/" + token));
    }

    private static String orderToken(JsonNode mail) {
        return mail.get("links")
                .valueStream()
                .map(link -> URI.create(link.stringValue()).getPath())
                .filter(path -> path.startsWith("/orders/"))
                .map(path -> path.substring("/orders/".length()))
                .findFirst()
                .orElseThrow(() -> new Trouble("The mail about the failed card has no link to its order."));
    }

    private void confirm(String screening, List<Buyer> buyers) {
        tell.step("All the money is there: the screening is confirmed, and everybody is told.");
        tell.await(
                "the confirmation",
                () -> Optional.of(house.get("/api/screenings/" + screening))
                        .filter(one -> one.get("status").stringValue().equals("CONFIRMED")));
        presale(screening, "SECURED");
        tell.mail(HOST, "Confirmed");
        tell.mail(DISTRIBUTOR, "Confirmed");
        for (Buyer buyer : buyers) {
            tell.mail(buyer.email(), buyer.tickets() == 1 ? "Your ticket:" : "Your tickets:");
            expectOneReceipt(buyer);
        }
        long tickets = buyers.stream()
                .map(buyer -> house.get("/api/orders/" + buyer.order()))
                .mapToLong(order -> order.get("issued").size())
                .sum();
        tell.step("%d tickets are out, every card was charged once, every mail came once.".formatted(tickets));
        if (tickets != buyers.stream().mapToInt(Buyer::tickets).sum()) {
            throw new Trouble("That is not the number of tickets that were paid for.");
        }
    }

    private void expectOneReceipt(Buyer buyer) {
        long receipts = Stream.of("Threshold reached, you paid", "Receipt, you paid")
                .mapToLong(subject -> tell.mails(buyer.email(), subject))
                .sum();
        if (receipts != 1) {
            throw new Trouble("%s has %d receipts instead of one.".formatted(buyer.email(), receipts));
        }
    }

    private void presale(String screening, String status) {
        tell.await(
                "the pre-sale to be " + status,
                () -> presales(screening)
                        .filter(one -> one.get("status").stringValue().equals(status)));
    }

    /** None while word of the approval is on its way to ticketing. */
    private Optional<JsonNode> presales(String screening) {
        return house.get("/api/presales?ids=" + screening).valueStream().findFirst();
    }

    private static String money(JsonNode money) {
        return "%s %s"
                .formatted(
                        money.get("minorUnits").decimalValue().movePointLeft(2),
                        money.get("currency").stringValue());
    }
}
