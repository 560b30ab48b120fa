package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.testkit.PrintedStates;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreeningStatusTest {

    @Test
    void these_moves_are_possible_and_no_others() {
        assertThat(table(LicenceKind.CROWD_FUNDED)).isEqualTo("""
                PROPOSED: ASK_FOR_CHANGES→CHANGES_REQUESTED APPROVE→ON_SALE DECLINE→DECLINED WITHDRAW→WITHDRAWN LAPSE→LAPSED
                CHANGES_REQUESTED: RESUBMIT→PROPOSED WITHDRAW→WITHDRAWN LAPSE→LAPSED
                ON_SALE: CONFIRM→CONFIRMED MISS→MISSED CANCEL→CANCELLED
                CONFIRMED: CANCEL→CANCELLED HOLD→HELD
                HELD:
                MISSED:
                DECLINED:
                WITHDRAWN:
                LAPSED:
                CANCELLED:""");
    }

    @Test
    void without_a_threshold_approved_means_confirmed() {
        String crowdFunded = table(LicenceKind.CROWD_FUNDED);

        assertThat(table(LicenceKind.FLAT_FEE))
                .isEqualTo(table(LicenceKind.EDUCATIONAL))
                .isEqualTo(crowdFunded.replace("APPROVE→ON_SALE", "APPROVE→CONFIRMED"));
    }

    @Test
    void the_page_of_states_says_the_same() {
        PrintedStates printed =
                PrintedStates.of("Screening", ScreeningStatus.values(), Set.of(ScreeningStatus.PROPOSED));
        for (ScreeningStatus status : ScreeningStatus.values()) {
            for (Move move : Move.values()) {
                Map<ScreeningStatus, List<LicenceKind>> outcomes = Arrays.stream(LicenceKind.values())
                        .filter(licence -> status.after(move, licence).isPresent())
                        .collect(Collectors.groupingBy(
                                licence -> status.after(move, licence).orElseThrow(),
                                () -> new EnumMap<>(ScreeningStatus.class),
                                Collectors.toList()));
                outcomes.forEach((next, licences) ->
                        printed.step(status, next, words(move) + (outcomes.size() == 1 ? "" : " " + words(licences))));
            }
        }
        printed.areOnThePage();
    }

    private static String words(List<LicenceKind> licences) {
        return licences.stream().map(ScreeningStatusTest::words).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String table(LicenceKind licence) {
        return Arrays.stream(ScreeningStatus.values())
                .map(status -> (status + ": "
                                + Arrays.stream(Move.values())
                                        .flatMap(move -> status.after(move, licence).stream()
                                                .map(next -> move + "→" + next))
                                        .collect(Collectors.joining(" ")))
                        .strip())
                .collect(Collectors.joining("\n"));
    }
}
