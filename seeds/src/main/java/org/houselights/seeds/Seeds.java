package org.houselights.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Films, venues, people and screenings to begin with. All names refer to something that is there, and no id, title or
 * address is there twice.
 *
 * @param operator the address of whoever enters the catalogue: the one that the house knows as its operator's
 * @param audience those who pledge
 */
public record Seeds(
        String operator,
        List<Company> companies,
        List<Person> people,
        List<Buyer> audience,
        List<Venue> venues,
        List<Film> films,
        List<Screening> screenings) {

    /**
     * Those that are shipped.
     *
     * @throws WrongSeeds with every error that was found
     */
    public static Seeds read() {
        return read("classpath:org/houselights/seeds/shipped/");
    }

    /**
     * Those of a directory, whose files end in {@code .yaml} and may be arranged at will.
     *
     * @throws WrongSeeds with every error that was found
     */
    public static Seeds read(Path directory) {
        return read(directory.toUri().toString());
    }

    private static Seeds read(String root) {
        List<SeedFile> files = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(root + "**/*.yaml")) {
                try {
                    String name = Objects.requireNonNull(file.getFilename());
                    files.add(SeedFile.read(name, file.getContentAsString(StandardCharsets.UTF_8)));
                } catch (WrongSeeds wrong) {
                    errors.addAll(wrong.errors());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!errors.isEmpty()) {
            throw new WrongSeeds(errors);
        }
        return Inspection.of(files);
    }

    Optional<Company> company(String name) {
        return find(companies, Company::name, name);
    }

    Optional<Person> person(String email) {
        return find(people, Person::email, email);
    }

    Optional<Buyer> buyer(String email) {
        return find(audience, Buyer::email, email);
    }

    Optional<Venue> venue(String name) {
        return find(venues, Venue::name, name);
    }

    Optional<Film> film(String title) {
        return find(films, Film::title, title);
    }

    /** Whoever decides about the screening: the first of the film's company. */
    Optional<Person> distributor(Screening screening) {
        return film(screening.film())
                .flatMap(film -> people.stream()
                        .filter(person -> film.company().equals(person.company()))
                        .findFirst());
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> name, String wanted) {
        return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
    }
}
