package org.houselights.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How far the events of each screening, pre-sale and order have been told, one after the other. A repetition is no news. */
final class Sequences {

    private final Map<String, Long> latest = new HashMap<>();
    private final List<String> breaks = new ArrayList<>();

    static Sequences of(Topics topics) {
        var sequences = new Sequences();
        topics.told().stream()
                .filter(event -> !event.topic().equals(Topics.ACCOUNT))
                .distinct()
                .forEach(event -> sequences.hear(event, topics.whole()));
        return sequences;
    }

    private void hear(Told event, boolean fromTheStart) {
        Long before = latest.put(event.subject(), event.sequence());
        if (before == null ? fromTheStart && event.sequence() != 1 : event.sequence() != before + 1) {
            breaks.add("Of the %s, %s with the number %d was told after number %d."
                    .formatted(event.subject(), event.type(), event.sequence(), before == null ? 0 : before));
        }
    }

    Stream<String> breaks() {
        return breaks.stream();
    }

    /** The number of the latest event told; 0 if there was none. */
    long latest(String subject) {
        return latest.getOrDefault(subject, 0L);
    }
}
