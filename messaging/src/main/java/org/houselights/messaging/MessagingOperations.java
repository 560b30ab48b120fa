package org.houselights.messaging;

import java.util.List;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees and mends of this service's messages. */
@RestController
@RequestMapping("/api/operations/${spring.application.name}")
class MessagingOperations {

    private static final int AT_MOST = 100;

    private final ParkedKeys parkedKeys;
    private final DeadLetters deadLetters;

    MessagingOperations(ParkedKeys parkedKeys, DeadLetters deadLetters) {
        this.parkedKeys = parkedKeys;
        this.deadLetters = deadLetters;
    }

    @GetMapping("/parked-keys")
    @Allow(Who.OPERATOR)
    List<ParkedKeys.ParkedKey> parkedKeys() {
        return parkedKeys.list(AT_MOST);
    }

    @PostMapping("/parked-keys/{topic}/{key}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void release(@PathVariable String topic, @PathVariable String key) {
        if (!parkedKeys.release(topic, key)) {
            throw Problems.notFound("parked key");
        }
    }

    @GetMapping("/dead-letters")
    @Allow(Who.OPERATOR)
    List<DeadLetters.DeadLetter> deadLetters() {
        return deadLetters.waiting(AT_MOST);
    }

    @PostMapping("/dead-letters/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void replay(@PathVariable UUID id) {
        if (!deadLetters.replay(id)) {
            throw Problems.notFound("dead letter");
        }
    }
}
