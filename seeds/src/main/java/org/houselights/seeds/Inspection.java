package org.houselights.seeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.houselights.seeds.Screening.Decision;
import org.houselights.seeds.Screening.Pledge;
import org.houselights.seeds.SeedFile.Content;
import org.houselights.seeds.Venue.Auditorium;
import tools.jackson.core.JsonPointer;

/** What has to fit together across the files, beyond each field by itself. */
final class Inspection {

    private final Seeds seeds;
    private final List<String> errors = new ArrayList<>();

    /** Where each id, name, title and address was first seen. */
    private final Map<String, String> seen = new HashMap<>();

    private Inspection(Seeds seeds) {
        this.seeds = seeds;
    }

    /** @throws WrongSeeds with every error that was found */
    static Seeds of(List<SeedFile> files) {
        Seeds seeds = new Seeds(
                files.stream()
                        .map(file -> file.content().operator())
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseThrow(() -> new WrongSeeds(List.of("No file names the operator"))),
                all(files, Content::companies),
                all(files, Content::people),
                all(files, Content::audience),
                all(files, Content::venues),
                all(files, Content::films),
                all(files, Content::screenings));
        Inspection inspection = new Inspection(seeds);
        files.forEach(inspection::names);
        files.forEach(inspection::references);
        if (!inspection.errors.isEmpty()) {
            throw new WrongSeeds(inspection.errors);
        }
        return seeds;
    }

    private static <T> List<T> all(List<SeedFile> files, Function<Content, List<T>> section) {
        return files.stream()
                .map(SeedFile::content)
                .map(section)
                .flatMap(List::stream)
                .toList();
    }

    /** One thing in its file. */
    private record Entry<T>(SeedFile file, JsonPointer path, T value) {

        String at(String field) {
            return file.place(path.appendProperty(field));
        }

        <P> List<Entry<P>> parts(String field, Function<T, List<P>> parts) {
            JsonPointer list = path.appendProperty(field);
            List<P> values = parts.apply(value);
            return IntStream.range(0, values.size())
                    .mapToObj(i -> new Entry<>(file, list.appendIndex(i), values.get(i)))
                    .toList();
        }
    }

    private static Entry<Content> content(SeedFile file) {
        return new Entry<>(file, JsonPointer.empty(), file.content());
    }

    private void names(SeedFile file) {
        Entry<Content> content = content(file);
        for (Entry<Company> company : content.parts("companies", Content::companies)) {
            unique(company, "id", Company::id);
            unique(company, "name", Company::name);
        }
        for (Entry<Person> person : content.parts("people", Content::people)) {
            unique(person, "id", Person::id);
            unique(person, "email", Person::email);
        }
        for (Entry<Buyer> buyer : content.parts("audience", Content::audience)) {
            unique(buyer, "email", Buyer::email);
        }
        for (Entry<Venue> venue : content.parts("venues", Content::venues)) {
            unique(venue, "id", Venue::id);
            unique(venue, "name", Venue::name);
            venue.parts("auditoria", Venue::auditoria).forEach(auditorium -> unique(auditorium, "id", Auditorium::id));
        }
        for (Entry<Film> film : content.parts("films", Content::films)) {
            unique(film, "id", Film::id);
            unique(film, "title", Film::title);
            film.parts("licences", Film::licences).forEach(licence -> unique(licence, "id", Licence::id));
        }
        for (Entry<Screening> screening : content.parts("screenings", Content::screenings)) {
            unique(screening, "id", Screening::id);
        }
    }

    private <T> void unique(Entry<T> entry, String field, Function<T, Object> value) {
        Object name = value.apply(entry.value());
        String here = entry.at(field);
        String before = seen.putIfAbsent(field + " " + name, here);
        require(before == null, here, "%s %s is taken already, in %s".formatted(field, name, before));
    }

    private void references(SeedFile file) {
        Entry<Content> content = content(file);
        for (Entry<Person> person : content.parts("people", Content::people)) {
            if (person.value().company() != null) {
                known(person, "company", Person::company, Seeds::company);
            }
        }
        for (Entry<Venue> venue : content.parts("venues", Content::venues)) {
            venue.parts("auditoria", Venue::auditoria).forEach(auditorium -> hire(auditorium, venue.value()));
        }
        content.parts("films", Content::films).forEach(film -> known(film, "company", Film::company, Seeds::company));
        content.parts("screenings", Content::screenings).forEach(this::screening);
    }

    private void hire(Entry<Auditorium> auditorium, Venue venue) {
        require(
                auditorium.value().hire().currency().equals(venue.currency()),
                auditorium.at("hire"),
                "the hire must be in %s, as everything in %s".formatted(venue.currency(), venue.name()));
    }

    private void screening(Entry<Screening> entry) {
        Screening screening = entry.value();
        known(entry, "host", Screening::host, Seeds::person);
        Optional<Film> film = known(entry, "film", Screening::film, Seeds::film);
        Optional<Venue> venue = known(entry, "venue", Screening::venue, Seeds::venue);
        if (film.isPresent() && venue.isPresent()) {
            require(
                    film.get().licences(screening.licence(), venue.get()).size() == 1,
                    entry.at("licence"),
                    "%s must have exactly one %s licence for %s in %s"
                            .formatted(
                                    screening.film(),
                                    screening.licence(),
                                    venue.get().country(),
                                    venue.get().currency()));
        }
        venue.ifPresent(place -> room(entry, place));
        decision(entry);
        pledges(entry);
    }

    private void room(Entry<Screening> entry, Venue venue) {
        Screening screening = entry.value();
        Optional<Auditorium> room = venue.auditorium(screening.auditorium());
        require(
                room.isPresent(),
                entry.at("auditorium"),
                "%s has no auditorium %s".formatted(venue.name(), screening.auditorium()));
        room.ifPresent(auditorium -> require(
                screening.capacity() <= auditorium.capacity(),
                entry.at("capacity"),
                "%s has %d seats only".formatted(auditorium.name(), auditorium.capacity())));
        require(
                screening.price().currency().equals(venue.currency()),
                entry.at("price"),
                "the price must be in %s, as everything in %s".formatted(venue.currency(), venue.name()));
    }

    private void decision(Entry<Screening> entry) {
        Screening screening = entry.value();
        boolean approved = screening.decision() == Decision.APPROVED;
        Integer tickets = screening.minimumTickets();
        require(
                tickets == null || tickets <= screening.capacity(),
                entry.at("minimumTickets"),
                "the threshold is above the capacity of %d".formatted(screening.capacity()));
        require(
                screening.decision() == null || approved || screening.reason() != null,
                entry.at("decision"),
                "a decision that is no approval needs a reason");
        require(
                screening.decision() == null
                        || seeds.film(screening.film()).isEmpty()
                        || seeds.distributor(screening).isPresent(),
                entry.at("decision"),
                "the company of %s has nobody who decides".formatted(screening.film()));
        require(
                approved || screening.cancelled() == null,
                entry.at("cancelled"),
                "only an approved screening can be cancelled");
        require(
                approved || screening.pledges().isEmpty(),
                entry.at("pledges"),
                "only an approved screening is on sale");
        require(
                screening.seatsPledged() <= screening.capacity(),
                entry.at("pledges"),
                "%d seats are more than the capacity of %d".formatted(screening.seatsPledged(), screening.capacity()));
    }

    private void pledges(Entry<Screening> entry) {
        Map<String, String> buyers = new HashMap<>();
        for (Entry<Pledge> pledge : entry.parts("pledges", Screening::pledges)) {
            known(pledge, "buyer", Pledge::buyer, Seeds::buyer);
            String here = pledge.at("buyer");
            String before = buyers.putIfAbsent(pledge.value().buyer(), here);
            require(
                    before == null,
                    here,
                    "%s pledges already, in %s".formatted(pledge.value().buyer(), before));
        }
    }

    private <T, R> Optional<R> known(
            Entry<T> entry, String field, Function<T, String> name, BiFunction<Seeds, String, Optional<R>> find) {
        Optional<R> found = find.apply(seeds, name.apply(entry.value()));
        require(
                found.isPresent(),
                entry.at(field),
                "no file has the %s %s".formatted(field, name.apply(entry.value())));
        return found;
    }

    private void require(boolean sound, String place, String message) {
        if (!sound) {
            errors.add(place + ": " + message);
        }
    }
}
