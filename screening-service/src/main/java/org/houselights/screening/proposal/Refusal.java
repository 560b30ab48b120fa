package org.houselights.screening.proposal;

import java.util.Optional;
import org.houselights.web.Sentence;

/** A rule's sentence when it refuses, nothing when it doesn't. */
final class Refusal {

    private Refusal() {}

    static Optional<Sentence> unless(boolean kept, Sentence sentence) {
        return kept ? Optional.empty() : Optional.of(sentence);
    }
}
