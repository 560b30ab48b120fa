package org.houselights.ticketing.presale.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Paints social cards, and keeps the latest: a link that spreads asks for the same picture many times. */
@Component
class SocialCards {

    private static final int KEPT = 50;

    private final Map<SocialCard, byte[]> painted = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SocialCard, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    byte[] png(SocialCard card) {
        return painted.computeIfAbsent(card, SocialCard::png);
    }
}
