package org.houselights.benchmarks.nothing;

import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NothingController {

    @PostMapping("/api/benchmarks/nothing")
    @Allow(Who.ANYONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void nothing() {
        // As promised.
    }
}
