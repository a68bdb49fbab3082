package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.bare;
import static fr.passerelle.rules.conversion.Places.candidature;
import static fr.passerelle.rules.conversion.Places.conversions;
import static fr.passerelle.rules.conversion.Places.epci;
import static fr.passerelle.rules.conversion.Places.facts;
import static fr.passerelle.rules.conversion.Places.noted;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Place.Room;
import fr.passerelle.rules.frequentation.Flag;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A room whose data are too thin, or too few, is examined, and where it comes first nobody gets the seat (RULES 4.2). */
class ThinDataTest {

    @ParameterizedTest
    @CsvSource({"RECENT_DATA_THIN, DONNEES_RECENTES_INSUFFISANTES", "SMALL_NUMBERS, PETITS_NOMBRES"})
    void holdsBackARoomThatWouldBeACandidate(Flag flag, ProposalReason reason) {
        PlaceCandidature<Room> held = candidature(flagged("S1", 50, flag));

        assertThat(held.candidature()).isEqualTo(Candidature.A_INSTRUIRE);
        assertThat(held.reasons()).containsExactly(reason);
        assertThat(held.isHeldBack()).isTrue();
    }

    @Test
    void tellsBothReasons() {
        Frequentation.Builder score =
                noted("S1", 50, 60, 70).setFlags(List.of(Flag.RECENT_DATA_THIN.name(), Flag.SMALL_NUMBERS.name()));

        assertThat(candidature(scored(room("S1"), score)).reasons())
                .containsExactly(ProposalReason.DONNEES_RECENTES_INSUFFISANTES, ProposalReason.PETITS_NOMBRES);
    }

    /** What else stands against it is told, and its data hold nobody back. */
    @Test
    void saysNothingMoreOfARoomThatWouldBeNoCandidateAnyway() {
        PlaceCandidature<Room> between = candidature(flagged("S1", 49, Flag.SMALL_NUMBERS));
        PlaceCandidature<Room> bare =
                candidature(scored(bare("S1"), noted("S1", 50, 60, 70).setFlags(List.of(Flag.SMALL_NUMBERS.name()))));

        assertThat(between.reasons()).containsExactly(ProposalReason.SEUIL_DANS_LA_FOURCHETTE);
        assertThat(bare.reasons()).containsExactly(ProposalReason.FONCTIONS_INSUFFISANTES);
        assertThat(List.of(between.isHeldBack(), bare.isHeldBack())).containsOnly(false);
    }

    @Test
    void leavesTheSeatToNobodyWhereItWouldComeFirst() {
        Seating seating = seating(
                flagged("S1", 80, Flag.RECENT_DATA_THIN), scored(room("S2").setHosting(hostingOfTwo()), 60));

        assertThat(seating.seat()).isEmpty();
        assertThat(seating.reason()).isEqualTo(ProposalReason.PREMIERE_A_INSTRUIRE);
        assertThat(seating.proposed().undecided()).extracting(Siege::getId).containsExactly("S1", "S2");
        assertThat(seating.proposed().exAequo()).isEmpty();
        assertThat(seating.candidates())
                .filteredOn(place -> place.getSiege().getId().equals("S2"))
                .extracting(Concurrent::getReasons)
                .containsExactly(List.of("SEUIL_ATTEINT", "AUTRE_A_INSTRUIRE"));
    }

    /** The same merits and bounds that overlap: with its data both would be ex æquo. */
    @Test
    void leavesTheSeatToNobodyWhereNothingWouldSeparateIt() {
        Seating seating = seating(flagged("S1", 55, Flag.SMALL_NUMBERS), scored(room("S2"), 60));

        assertThat(seating.seat()).isEmpty();
        assertThat(seating.proposed().undecided()).extracting(Siege::getId).containsExactly("S1", "S2");
    }

    @Test
    void leavesTheSeatToTheFirstCandidateWhereItComesAfter() {
        Seating seating = seating(
                scored(
                        room("S1").setHosting(hostingOfTwo()),
                        noted("S1", 80, 90, 100).setFlags(List.of(Flag.SMALL_NUMBERS.name()))),
                scored(room("S2"), 60));

        assertThat(seating.seat()).map(Siege::getId).contains("S2");
        assertThat(seating.proposed().undecided()).isEmpty();
    }

    @Test
    void holdsNobodyBackWhereThereIsNoCandidate() {
        assertThat(seating(flagged("S1", 80, Flag.SMALL_NUMBERS)).reason()).isEqualTo(ProposalReason.AUCUNE_CANDIDATE);
    }

    private static Seating seating(ScoredRoom... rooms) {
        return conversions(facts(epci().build()), rooms).seating();
    }

    private static ScoredRoom flagged(String id, int low, Flag flag) {
        return scored(room(id), noted(id, low, low + 10, low + 20).setFlags(List.of(flag.name())));
    }

    private static Hosting hostingOfTwo() {
        return unknown().setFunctionsToday(List.of(Fonction.FABLAB)).build();
    }
}
