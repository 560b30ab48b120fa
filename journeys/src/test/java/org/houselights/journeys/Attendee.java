package org.houselights.journeys;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Wants to see the film. Has no account: what the mail says and links to is all there is. */
public final class Attendee {

    private static final String ORDERS = "/orders/";

    private final Town town;
    private final String name;
    private final String address;

    Attendee(Town town, String name, String address) {
        this.town = town;
        this.name = name;
        this.address = address;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    /** While it is only a promise a pledge, later a purchase. */
    public Attendee orders(Screening screening, int tickets, Card card) {
        town.visitor()
                .post(
                        "/api/presales/" + screening.id() + "/orders",
                        Map.of(
                                "name",
                                name,
                                "email",
                                address,
                                "tickets",
                                List.of(Map.of("type", "FULL", "quantity", tickets)),
                                "card",
                                card.token()));
        return this;
    }

    public Attendee orders(Screening screening, int tickets) {
        return orders(screening, tickets, Card.ACCEPTED);
    }

    public void givesAnotherCard(Card card) {
        town.visitor().post(order() + "/card", Map.of("card", card.token()));
    }

    public void cancels() {
        town.visitor().post(order() + "/cancel", Map.of());
    }

    public String status() {
        return view().get("status").stringValue();
    }

    public JsonNode view() {
        return town.visitor().get(order());
    }

    private String order() {
        return "/api" + orderPage();
    }

    /** The page behind the newest link in the mail. */
    public String orderPage() {
        String link = await().until(() -> town.mailboxes().newestLink(address, ORDERS), Optional::isPresent)
                .orElseThrow();
        return URI.create(link).getPath();
    }

    public List<String> news() {
        return town.mailboxes().newsTo(address);
    }

    /** The same without what a mail program shows once: a second copy, which only a crash makes, is the same message. */
    public List<String> newsReadOnce() {
        return news().stream().distinct().toList();
    }

    @Override
    public String toString() {
        return name;
    }

    public JsonNode newestMail() {
        return town.mailboxes().of(address).getLast();
    }
}
