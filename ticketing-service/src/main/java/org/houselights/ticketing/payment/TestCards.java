package org.houselights.ticketing.payment;

import java.util.List;
import java.util.stream.Stream;

/** The cards that the sandbox offers to try the house with. */
public final class TestCards {

    private TestCards() {}

    /** What a page sends for each. */
    public static List<String> tokens() {
        return Stream.of(SandboxCard.values()).map(SandboxCard::token).toList();
    }
}
