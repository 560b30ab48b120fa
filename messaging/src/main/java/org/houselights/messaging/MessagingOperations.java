package org.houselights.messaging;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees and mends of this service's messages. */
@Tag(name = "operations")
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

    @Operation(summary = "Keys whose events the broker refuses, and which wait for somebody to look")
    @GetMapping("/parked-keys")
    @Allow(Who.OPERATOR)
    List<ParkedKeys.ParkedKey> parkedKeys() {
        return parkedKeys.list(AT_MOST);
    }

    @Operation(summary = "Sends the events of a parked key again")
    @PostMapping("/parked-keys/{topic}/{key}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void release(@PathVariable String topic, @PathVariable String key) {
        if (!parkedKeys.release(topic, key)) {
            throw Problems.notFound("parked key");
        }
    }

    @Operation(summary = "Events that this service could not take")
    @GetMapping("/dead-letters")
    @Allow(Who.OPERATOR)
    List<DeadLetters.DeadLetter> deadLetters() {
        return deadLetters.waiting(AT_MOST);
    }

    @Operation(summary = "Takes an event again that failed before")
    @PostMapping("/dead-letters/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void replay(@PathVariable UUID id) {
        try {
            found(deadLetters.replay(id));
        } catch (DeadLetters.WithoutKey e) {
            throw Problems.conflict("dead-letter-without-key", Sentence.of("dead-letter-without-key"));
        }
    }

    @Operation(summary = "Puts a dead letter away for good")
    @PostMapping("/dead-letters/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void discard(@PathVariable UUID id) {
        found(deadLetters.discard(id));
    }

    private static void found(boolean deadLetter) {
        if (!deadLetter) {
            throw Problems.notFound("dead letter");
        }
    }
}
