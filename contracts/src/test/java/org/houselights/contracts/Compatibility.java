package org.houselights.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a change of a contract would break. Two things may be added: a property that is not required, which readers of
 * yesterday ignore, and a value of an enumeration, since a reader has to treat a value that it doesn't know as something it
 * isn't told. Everything else stays: what is removed or loosened, the readers of yesterday would miss; what is narrowed
 * or newly required, the events of yesterday would lack when a topic is read again from its start.
 */
final class Compatibility {

    private final List<String> breaches = new ArrayList<>();

    private Compatibility() {}

    /** One sentence for each breach, with the place it is at; none if the change breaks nobody. */
    static List<String> breaches(Map<String, Shape> published, Map<String, Shape> changed) {
        Compatibility compatibility = new Compatibility();
        published.forEach((event, shape) -> compatibility.compareThere(event, shape, changed.get(event)));
        return compatibility.breaches;
    }

    private void compareThere(String place, Shape published, @Nullable Shape changed) {
        if (changed == null) {
            breaches.add(place + " was removed or renamed");
        } else {
            compare(place, published, changed);
        }
    }

    private void compare(String place, Shape published, Shape changed) {
        compareTypes(place, published.types(), changed.types());
        compareValues(place, published, changed);
        compareLimits(place, published, changed);
        compareRequired(place, published.required(), changed.required());
        published
                .properties()
                .forEach((name, property) -> compareThere(
                        place + "/" + name, property, changed.properties().get(name)));
        if (published.items() != null && changed.items() != null) {
            compare(place + "/*", published.items(), changed.items());
        } else if (!Objects.equals(published.items(), changed.items())) {
            breaches.add(place + " tells other things of its elements");
        }
    }

    private void compareTypes(String place, Set<String> published, Set<String> changed) {
        if (!published.equals(changed)) {
            breaches.add("%s was of type %s and is of type %s".formatted(place, published, changed));
        }
    }

    private void compareValues(String place, Shape published, Shape changed) {
        if (published.values().isEmpty() != changed.values().isEmpty()
                || !changed.values().containsAll(published.values())) {
            breaches.add("%s could be any of %s and can be any of %s"
                    .formatted(place, published.values(), changed.values()));
        }
    }

    private void compareLimits(String place, Shape published, Shape changed) {
        Set<String> limits = new TreeSet<>(published.limits().keySet());
        limits.addAll(changed.limits().keySet());
        for (String limit : limits) {
            if (!Objects.equals(published.limits().get(limit), changed.limits().get(limit))) {
                breaches.add("%s had the %s %s and has %s"
                        .formatted(
                                place,
                                limit,
                                published.limits().get(limit),
                                changed.limits().get(limit)));
            }
        }
    }

    private void compareRequired(String place, Set<String> published, Set<String> changed) {
        for (String name : published) {
            if (!changed.contains(name)) {
                breaches.add("%s/%s was always there and is no longer required".formatted(place, name));
            }
        }
        for (String name : changed) {
            if (!published.contains(name)) {
                breaches.add("%s/%s is newly required".formatted(place, name));
            }
        }
    }
}
