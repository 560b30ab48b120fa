package org.houselights.ticketing.order;

import org.houselights.web.ConstraintProblems;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What it means to a buyer when the database, and not yet our own code, refuses an order. */
@Configuration(proxyBeanMethods = false)
class OrderConstraints {

    @Bean
    ConstraintProblems orderProblems() {
        return new ConstraintProblems()
                .on("order_one_live_per_address", OrderConstraints::alreadyOrdered)
                .on("order_request_once", OrderConstraints::alreadyOrdered)
                .on("order_takes_a_place", () -> Problems.invalid("tickets", Basket.wrongSize()))
                .on("charge_once", () -> Problems.conflict("already-charged", Sentence.of("already-charged")));
    }

    static ProblemException alreadyOrdered() {
        return Problems.conflict("already-ordered", Sentence.of("already-ordered"));
    }
}
