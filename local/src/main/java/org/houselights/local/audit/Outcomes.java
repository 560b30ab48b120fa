package org.houselights.local.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Screenings and their pre-sales agree how it stands, and each came to one end, once. */
record Outcomes(Database screening, Database ticketing, Topics topics) {

    private static final Set<String> ENDS = Set.of("PresaleMissed", "PresaleCancelled", "PresaleClosed");

    private static final String NO_PRESALE = "none";

    /** A screening and its pre-sale by what must be the same of both. */
    private record State(
            String status, int capacity, @Nullable Integer threshold) {}

    Stream<String> disagreements() {
        return Stream.of(states(), decisions(), ends()).flatMap(found -> found);
    }

    private Stream<String> states() {
        Map<UUID, State> screenings = states(screening, "select id, status, capacity, threshold from screening");
        Map<UUID, State> presales = states(ticketing, "select screening_id, status, capacity, threshold from presale");
        var found = new ArrayList<String>();
        screenings.forEach((id, one) -> {
            State presale = presales.get(id);
            String status = presale == null ? NO_PRESALE : presale.status();
            if (!agreeing(one.status()).contains(status)) {
                found.add("The screening %s is %s, and its pre-sale is %s.".formatted(id, one.status(), status));
            }
            if (presale != null && !sameTerms(one, presale)) {
                found.add("The screening %s has %d seats and the threshold %d, its pre-sale %d and %d."
                        .formatted(id, one.capacity(), one.threshold(), presale.capacity(), presale.threshold()));
            }
        });
        presales.keySet().stream()
                .filter(id -> !screenings.containsKey(id))
                .map("The pre-sale %s has no screening."::formatted)
                .forEach(found::add);
        return Stream.concat(found.stream(), ticketing.sentences(UNFINISHED));
    }

    private static final List<String> UNFINISHED = List.of("""
            select format('The pre-sale %s is %s, and some of its orders have not come to their end.', screening_id, status)
            from presale where winding_up
            union all
            select format('The pre-sale %s is secured and not told that it is confirmed.', screening_id)
            from presale where status = 'SECURED' and not confirmed
            """);

    private static boolean sameTerms(State one, State other) {
        return one.capacity() == other.capacity() && Objects.equals(one.threshold(), other.threshold());
    }

    /** Where a pre-sale may be while its screening is there. A pre-sale that was missed before it was cancelled stays missed. */
    private static Set<String> agreeing(String screening) {
        return switch (screening) {
            case "ON_SALE" -> Set.of("OPEN", "COLLECTING");
            case "CONFIRMED" -> Set.of("SECURED");
            case "HELD" -> Set.of("CLOSED");
            case "MISSED" -> Set.of("MISSED");
            case "CANCELLED" -> Set.of("CANCELLED", "MISSED", NO_PRESALE);
            default -> Set.of(NO_PRESALE);
        };
    }

    private static Map<UUID, State> states(Database database, String question) {
        return database
                .rows(
                        question,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new State(row.getString(2), row.getInt(3), row.getObject(4, Integer.class))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stream<String> decisions() {
        return screening.sentences(List.of("""
                select format('The screening %s saw the move %s %s times.', screening_id, move, count(*))
                from screening_decision where applied and move in ('APPROVE', 'CONFIRM', 'MISS', 'CANCEL', 'HOLD')
                group by screening_id, move having count(*) > 1
                """));
    }

    private Stream<String> ends() {
        Map<String, Set<Map.Entry<UUID, String>>> ends = topics.told().stream()
                .filter(event -> ENDS.contains(event.type()))
                .collect(groupingBy(Told::key, mapping(event -> Map.entry(event.id(), event.type()), toSet())));
        return ends.entrySet().stream().filter(end -> end.getValue().size() > 1).map(end -> {
            var types = new TreeSet<String>();
            end.getValue().forEach(event -> types.add(event.getValue()));
            return "The pre-sale %s came to %d ends: %s."
                    .formatted(end.getKey(), end.getValue().size(), types);
        });
    }
}
