package org.houselights.screening.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigInteger;
import org.houselights.web.Allow;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The calculator behind the threshold, for whoever wants to try figures. */
@Tag(name = "screenings")
@RestController
class ThresholdController {

    @Operation(summary = "How many tickets pay for a screening, line by line")
    @Allow(Who.ANYONE)
    @PostMapping("/api/threshold")
    ThresholdExplanation explain(@Valid @RequestBody ThresholdFigures figures) {
        if (!figures.isInOneCurrency()) {
            throw Problems.invalid("price", Sentence.of("amounts.one-currency"));
        }
        return figures.tickets()
                .filter(tickets -> tickets.compareTo(BigInteger.valueOf(figures.capacity())) <= 0)
                .map(tickets -> ThresholdExplanation.of(figures, tickets.intValueExact(), null))
                .orElseThrow(() -> Problems.unprocessable("threshold-out-of-reach", figures.shortfall()));
    }
}
