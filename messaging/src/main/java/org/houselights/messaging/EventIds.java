package org.houselights.messaging;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Ids that sort by time (UUID version 7), so that the inbox's index grows at its end. */
final class EventIds {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private EventIds() {}

    static UUID next() {
        return GENERATOR.generate();
    }
}
