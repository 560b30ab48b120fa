package org.houselights.ticketing.presale;

import org.houselights.web.ConstraintProblems;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What it means to a buyer when the database, and not yet our own code, finds a pre-sale full. */
@Configuration(proxyBeanMethods = false)
class PresaleConstraints {

    @Bean
    ConstraintProblems presaleProblems() {
        return new ConstraintProblems()
                .on("presale_never_oversold", () -> soldOut(Sentence.of("sold-out")))
                .on("presale_wheelchairs_never_oversold", PresaleConstraints::wheelchairPlacesTaken);
    }

    static ProblemException soldOut(Sentence detail) {
        return Problems.conflict("sold-out", detail);
    }

    static ProblemException wheelchairPlacesTaken() {
        return Problems.conflict("wheelchair-places-taken", Sentence.of("wheelchair-places-taken"));
    }
}
