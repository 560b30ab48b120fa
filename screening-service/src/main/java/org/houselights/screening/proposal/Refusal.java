package org.houselights.screening.proposal;

import java.util.Optional;

/** A rule's sentence when it refuses, nothing when it doesn't. */
final class Refusal {

    private Refusal() {}

    static Optional<String> unless(boolean kept, String sentence) {
        return kept ? Optional.empty() : Optional.of(sentence);
    }
}
