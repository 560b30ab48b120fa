package org.houselights.messaging;

import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The forms of the template {@code messaging/stuck}, which a service shows on its page {@code /operations/SERVICE}. Each leads back
 * there and says what was done.
 */
@Controller
@RequestMapping("/operations/${spring.application.name}")
class MessagingPages {

    /** What the operator is told; the words are {@code operations.done.} and the name. */
    private enum Done {
        REPLAYED,
        DISCARDED,
        RELEASED,
        /** Another operator was faster. */
        GONE
    }

    private final ParkedKeys parkedKeys;
    private final DeadLetters deadLetters;
    private final String page;

    MessagingPages(
            ParkedKeys parkedKeys, DeadLetters deadLetters, @Value("${spring.application.name}") String service) {
        this.parkedKeys = parkedKeys;
        this.deadLetters = deadLetters;
        this.page = "/operations/" + service;
    }

    @PostMapping("/dead-letters/{id}/replay")
    @Allow(Who.OPERATOR)
    String replay(@PathVariable UUID id) {
        return back(deadLetters.replay(id), Done.REPLAYED);
    }

    @PostMapping("/dead-letters/{id}/discard")
    @Allow(Who.OPERATOR)
    String discard(@PathVariable UUID id) {
        return back(deadLetters.discard(id), Done.DISCARDED);
    }

    @PostMapping("/parked-keys/release")
    @Allow(Who.OPERATOR)
    String release(@RequestParam String topic, @RequestParam String key) {
        return back(parkedKeys.release(topic, key), Done.RELEASED);
    }

    private String back(boolean done, Done said) {
        return "redirect:%s?done=%s".formatted(page, done ? said : Done.GONE);
    }
}
