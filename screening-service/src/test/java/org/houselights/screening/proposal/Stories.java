package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.houselights.screening.Answer;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Cinema;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.web.Caller;
import org.jspecify.annotations.Nullable;

/** A host, a distributor, a film and a cinema of their own, and the screening between them. */
record Stories(
        Town town,
        Caller host,
        Caller distributor,
        UUID company,
        UUID film,
        LicenceOffer licence,
        Cinema cinema,
        UUID screening) {

    static Stories in(Town town) {
        return in(town, Town.crowdFunded());
    }

    static Stories in(Town town, LicenceOffer licence) {
        UUID company = town.aCompany();
        return new Stories(
                town,
                town.aHost(),
                town.aDistributorOf(company),
                company,
                town.aFilm(company, licence),
                licence,
                town.aCinema(),
                UUID.randomUUID());
    }

    Proposal proposal() {
        return Proposals.of(film, licence, cinema.venue(), cinema.auditorium());
    }

    Proposal proposal(UnaryOperator<Proposals> change) {
        return change.apply(new Proposals(proposal())).proposal();
    }

    String path() {
        return "/api/screenings/" + screening;
    }

    /** The next screening of the same people. */
    Stories another() {
        return new Stories(town, host, distributor, company, film, licence, cinema, UUID.randomUUID());
    }

    Answer propose() {
        return propose(proposal());
    }

    Answer propose(Proposal proposal) {
        return town.put(path(), proposal, host);
    }

    Stories proposed() {
        return after(propose());
    }

    Stories approved() {
        return after(move("approve", null, distributor));
    }

    Answer resubmit(Proposal changed) {
        return town.post(path() + "/resubmit", changed, host);
    }

    Answer move(String move, @Nullable String reason, Caller by) {
        return town.post(path() + "/" + move, reason == null ? null : Map.of("reason", reason), by);
    }

    String status() {
        return town.get(path(), town.operator()).text("status");
    }

    private Stories after(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return this;
    }
}
