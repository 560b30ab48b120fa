package org.houselights.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.houselights.seeds.Screening.Decision;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeedsTest {

    private static final String TOWN = """
            operator: operator@houselights.example
            companies:
              - id: 00000000-0000-4000-8000-000000000001
                name: Small Films
                country: US
            people:
              - id: 00000000-0000-4000-8000-000000000002
                name: Dana
                email: dana@example.org
                locale: en
                company: Small Films
            audience:
              - {name: Ada, email: ada@example.org, locale: en}
            venues:
              - id: 00000000-0000-4000-8000-000000000003
                name: The Old Barn
                address: 1 Field Lane
                city: Portland
                country: US
                timeZone: America/Los_Angeles
                currency: USD
                salesTaxBasisPoints: 0
                auditoria:
                  - id: 00000000-0000-4000-8000-000000000004
                    name: Screen 1
                    capacity: 100
                    wheelchairPlaces: 2
                    hire: 500.00 USD
            films:
              - id: 00000000-0000-4000-8000-000000000005
                company: Small Films
                title: The Hedge
                synopsis: It grows.
                year: 2020
                runtimeMinutes: 60
                countries: [US]
                languages: [en]
                licences:
                  - kind: CROWD_FUNDED
                    id: 00000000-0000-4000-8000-000000000006
                    territories: [US]
                    from: 2026-01-01
                    licenceMinimum: 150.00 USD
                    shareBasisPoints: 3500
                    hostShareBasisPoints: 540
            screenings:
              - id: 00000000-0000-4000-8000-000000000007
                film: The Hedge
                licence: CROWD_FUNDED
                venue: The Old Barn
                auditorium: Screen 1
                host: dana@example.org
                starts: in 30 days at 19:30
                price: 12.00 USD
                capacity: 90
                minimumTickets: 80
                decision: APPROVED
                pledges:
                  - buyer: ada@example.org
                    tickets: 2 full
            """;

    @TempDir
    Path directory;

    @Test
    void the_shipped_files_are_sound_and_show_everything_that_can_become_of_a_screening() {
        Seeds seeds = Seeds.read();
        assertThat(seeds.screenings()).extracting(Screening::decision).contains(Decision.values());
        assertThat(seeds.screenings())
                .extracting(Screening::decision)
                .as("one waits for the distributor")
                .containsNull();
        assertThat(seeds.screenings()).extracting(Screening::licence).contains(Licence.Kind.values());
        assertThat(seeds.venues())
                .extracting(venue -> venue.currency().getCurrencyCode())
                .contains("USD", "CAD", "GBP", "KRW");
    }

    @Test
    void what_refers_to_each_other_may_stand_in_different_files() throws IOException {
        int films = TOWN.indexOf("films:");
        write("town.yaml", TOWN.substring(0, films));
        write("films/all.yaml", TOWN.substring(films));
        assertThat(Seeds.read(directory).screenings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            countries: [US]                  | country: [US]                    | there is no field country here, only
            runtimeMinutes: 60               | runtimeMinutes: an hour          | runtimeMinutes: 'an hour' is no int
            runtimeMinutes: 60               | runtimeMinutes: 60.5             | runtimeMinutes: '60.5' is no int
            title: The Hedge                 | title:                           | title: it is empty
            title: The Hedge                 | title: [The, Hedge]              | title
            currency: USD                    | currency: USE                    | currency: 'USE' is no Currency
            timeZone: America/Los_Angeles    | timeZone: America/Atlantis       | timeZone: 'America/Atlantis' is no ZoneId
            licence: CROWD_FUNDED            | licence: GUESSED                 | licence: 'GUESSED' is no Kind
            kind: CROWD_FUNDED               | kind: GUESSED                    | 'GUESSED' is no Licence
            from: 2026-01-01                 | from: soon                       | from: 'soon' is no LocalDate
            hire: 500.00 USD                 | hire: -500.00 USD                | hire: '-500.00 USD' is negative
            hire: 500.00 USD                 | hire: 500.00 USE                 | hire: 'USE' is no currency
            hire: 500.00 USD                 | hire: 500 USD                    | hire: '500 USD' must have 2 digits after the point
            hire: 500.00 USD                 | hire: 500.00 CAD                 | the hire must be in USD, as everything in The Old Barn
            price: 12.00 USD                 | price: 12.00 CAD                 | the price must be in USD, as everything in The Old Barn
            starts: in 30 days at 19:30      | starts: tomorrow                 | starts: 'tomorrow' is no time such as 'in 30 days at 19:30' or 'in 9 hours'
            tickets: 2 full                  | tickets: two                     | tickets: 'two' are no tickets such as '2 full + 1 concession'
            tickets: 2 full                  | tickets: 9 full + 2 concession   | tickets: 11 tickets are more than the 10 of one order
            film: The Hedge                  | film: The Sedge                  | no file has the film The Sedge
            venue: The Old Barn              | venue: The New Barn              | no file has the venue The New Barn
            auditorium: Screen 1             | auditorium: Screen 2             | The Old Barn has no auditorium Screen 2
            host: dana@example.org           | host: dona@example.org           | no file has the host dona@example.org
            buyer: ada@example.org           | buyer: oda@example.org           | no file has the buyer oda@example.org
            licence: CROWD_FUNDED            | licence: EDUCATIONAL             | The Hedge must have exactly one EDUCATIONAL licence for US in USD
            capacity: 90                     | capacity: 101                    | Screen 1 has 100 seats only
            minimumTickets: 80               | minimumTickets: 91               | the threshold is above the capacity of 90
            decision: APPROVED               | decision: DECLINED               | a decision that is no approval needs a reason
            """)
    void a_wrong_line_is_named_with_what_is_wrong_in_it(String line, String instead, String error) throws IOException {
        String text = TOWN.replace(" " + line + "\n", " " + instead + "\n");
        write("town.yaml", text);
        assertThat(errors()).first().asString().startsWith("town.yaml:" + lineOf(instead, text) + ": " + error);
    }

    @ParameterizedTest
    @CsvSource({"title: The Hedge, title, 000000000005", "hire: 500.00 USD, hire, 000000000004"})
    void what_lacks_a_field_is_named_by_its_first_line(String line, String field, String id) throws IOException {
        String text = TOWN.lines().filter(any -> !any.strip().equals(line)).collect(Collectors.joining("\n"));
        write("town.yaml", text);
        assertThat(errors()).containsExactly("town.yaml:%d: %s: it is missing".formatted(lineOf(id, text), field));
    }

    @Test
    void what_is_there_twice_is_named_in_both_places() throws IOException {
        String text = TOWN.replace("000000000007", "000000000005");
        write("town.yaml", text);
        assertThat(errors())
                .containsExactly(
                        "town.yaml:%d: id 00000000-0000-4000-8000-000000000005 is taken already, in town.yaml:%d"
                                .formatted(lineOf("film: The Hedge", text) - 1, lineOf("000000000005", text)));
    }

    @Test
    void what_is_no_YAML_is_named_by_its_line() throws IOException {
        write("town.yaml", TOWN.replace("title: The Hedge", "title: [The Hedge"));
        assertThat(errors()).singleElement().asString().startsWith("town.yaml:");
    }

    @Test
    void the_errors_of_all_files_are_told_together() throws IOException {
        write("one.yaml", TOWN.replace("year: 2020", "year: early"));
        write("two.yaml", TOWN.replace("year: 2020", "year: late"));
        assertThat(errors()).hasSize(2);
    }

    private List<String> errors() {
        var wrong = catchThrowableOfType(WrongSeeds.class, () -> Seeds.read(directory));
        assertThat(wrong).as("the files are refused").isNotNull();
        return wrong.errors();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static int lineOf(String part, String text) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
