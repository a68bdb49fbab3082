package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.AS_OF;
import static fr.passerelle.rules.conversion.Places.bare;
import static fr.passerelle.rules.conversion.Places.candidature;
import static fr.passerelle.rules.conversion.Places.conversions;
import static fr.passerelle.rules.conversion.Places.epci;
import static fr.passerelle.rules.conversion.Places.facts;
import static fr.passerelle.rules.conversion.Places.having;
import static fr.passerelle.rules.conversion.Places.lesser;
import static fr.passerelle.rules.conversion.Places.noted;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.unknown;
import static fr.passerelle.rules.conversion.Places.unscored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.rules.frequentation.Flag;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A room whose data are too thin, or too few, is examined, and where it comes first nobody gets the seat (RULES 4.2). */
class ThinDataTest {

    @ParameterizedTest
    @CsvSource({"RECENT_DATA_THIN, DONNEES_RECENTES_INSUFFISANTES", "SMALL_NUMBERS, PETITS_NOMBRES"})
    void holdsBackARoomThatWouldBeACandidate(Flag flag, ProposalReason reason) {
        PlaceCandidature held = candidature(flagged("S1", 50, flag));

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
        PlaceCandidature between = candidature(flagged("S1", 49, Flag.SMALL_NUMBERS));
        PlaceCandidature bare =
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
        return conversions(epci().build(), rooms).seating();
    }

    private static ScoredRoom flagged(String id, int low, Flag flag) {
        return scored(room(id), noted(id, low, low + 10, low + 20).setFlags(List.of(flag.name())));
    }

    private static Hosting hostingOfTwo() {
        return unknown().setFunctionsToday(List.of(Fonction.FABLAB)).build();
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50, 50, CANDIDATE, SEUIL_ATTEINT", "50, 60, 100, CANDIDATE, SEUIL_ATTEINT",
        "49, 60, 70, A_INSTRUIRE, SEUIL_DANS_LA_FOURCHETTE", "0, 20, 50, A_INSTRUIRE, SEUIL_DANS_LA_FOURCHETTE",
        "0, 20, 49, SOUS_LE_SEUIL, SOUS_LE_SEUIL"
    })
    void placesARoomByItsBoundsAgainstTheThreshold(
            int low, int score, int high, Candidature candidature, ProposalReason reason) {
        PlaceCandidature standing = candidature(scored(room("S1"), noted("S1", low, score, high)));

        assertThat(standing.candidature()).isEqualTo(candidature);
        assertThat(standing.reasons()).containsExactly(reason);
    }

    @Test
    void asksForTwoFunctionsConfirmed() {
        PlaceCandidature standing = candidature(scored(bare("S1"), noted("S1", 40, 60, 70)));

        assertThat(standing.candidature()).isEqualTo(Candidature.FONCTIONS_INSUFFISANTES);
        assertThat(standing.reasons())
                .containsExactly(ProposalReason.FONCTIONS_INSUFFISANTES, ProposalReason.SEUIL_DANS_LA_FOURCHETTE);
    }

    @Test
    void concludesNothingWithoutAScore() {
        PlaceCandidature standing =
                candidature(scored(bare("S1"), unscored("S1", FrequentationState.DONNEES_INSUFFISANTES)));

        assertThat(standing.candidature()).isEqualTo(Candidature.DONNEES_INSUFFISANTES);
        assertThat(standing.reasons())
                .containsExactly(ProposalReason.DONNEES_INSUFFISANTES, ProposalReason.FONCTIONS_INSUFFISANTES);
    }

    @Test
    void putsFunctionsWantedBeforeEverythingElse() {
        ScoredRoom wanted = scored(
                room("S1")
                        .setHosting(unknown()
                                .setFunctionsToday(List.of(Fonction.FABLAB))
                                .build()),
                51);
        ScoredRoom better = scored(lesser("S2").setInsee("02002"), 99);

        assertThat(tiersLieu(Places.wanting(Fonction.FABLAB), wanted, better)).isEqualTo("S1");
        assertThat(tiersLieu(epci().build(), wanted, better)).isEqualTo("S2");
    }

    @Test
    void putsFunctionsConfirmedBeforePopulation() {
        ScoredRoom more = scored(room("S1"), 51);
        ScoredRoom central = scored(lesser("S2").setInsee("02002"), 99);

        assertThat(tiersLieu(epci().build(), more, central)).isEqualTo("S1");
    }

    @Test
    void putsPopulationInStepsBeforeTheScore() {
        ScoredRoom alone = scored(room("S1"), 99);
        ScoredRoom central = scored(room("S2").setInsee("02002"), 51);

        assertThat(tiersLieu(epci().build(), alone, central)).isEqualTo("S2");
    }

    @Test
    void ignoresADifferenceOfPopulationWithinAStep() {
        ScoredRoom one = scored(room("S1").setInsee("02002"), 60);
        ScoredRoom other = scored(room("S2").setInsee("02003"), 61);

        assertThat(tiersLieu(epci().build(), one, other)).isEqualTo("S2");
    }

    @Test
    void tellsACandidateThatAnotherOneIsProposed() {
        List<Conversion> list = conversions(epci().build(), scored(room("S1"), 60), scored(room("S2"), 61))
                .list();

        assertThat(list)
                .extracting(Conversion::getKind)
                .containsExactly(ConversionKind.ETAPE_NOMADE, ConversionKind.TIERS_LIEU);
        assertThat(list.get(0).getCandidature()).isEqualTo(Candidature.CANDIDATE);
        assertThat(list.get(0).getReasons()).containsExactly("SEUIL_ATTEINT", "AUTRE_SALLE_RETENUE");
        assertThat(list.get(0).getProvisoire()).isFalse();
        assertThat(list.get(1).getSessionsAMonth()).isZero();
    }

    @Test
    void proposesNoneToAnEpciThatHasOne() {

        Conversions conversions = conversions(having(), scored(room("S1"), 60));

        assertThat(conversions.seating().seat()).isEmpty();
        assertThat(conversions.seating().reason()).isEqualTo(ProposalReason.TIERS_LIEU_EXISTANT);
        assertThat(conversions.list().getFirst().getReasons())
                .containsExactly("SEUIL_ATTEINT", "TIERS_LIEU_EXISTANT", "SANS_TIERS_LIEU");
        assertThat(conversions.list().getFirst().getProvisoire()).isTrue();
    }

    @Test
    void proposesNoneWhereTheBaremeAllowsNone() {
        Conversions conversions =
                Conversions.of(facts(epci().build()), List.of(scored(room("S1"), 60)), AS_OF, Places.allowingNone());

        assertThat(conversions.seating().reason()).isEqualTo(ProposalReason.AUCUN_TIERS_LIEU_PREVU);
    }

    @Test
    void neverConvertsAnAutonomousRoomNorAClosedOne() {
        Conversions conversions = conversions(
                epci().build(),
                scored(room("S1").setGestion(Gestion.COMMUNALE_AUTONOME), 99),
                scored(room("S2"), unscored("S2", FrequentationState.FERMEE)));

        assertThat(conversions.list()).isEmpty();
        assertThat(conversions.seating().reason()).isEqualTo(ProposalReason.AUCUNE_SALLE_DE_LA_REGION);
    }

    @ParameterizedTest
    @CsvSource({"20, false", "49, false", "50, true"})
    void makesAnEtapeProvisionalWhileTheRoomIsUndecided(int high, boolean provisoire) {
        Conversions conversions = conversions(
                epci().build(),
                scored(room("S1"), 90),
                scored(
                        room("S2")
                                .setInsee("02002")
                                .setHosting(
                                        Places.ideal().setStepFreeAccess(false).build()),
                        noted("S2", 10, 15, high)));

        assertThat(conversions.of("S2").orElseThrow().getProvisoire()).isEqualTo(provisoire);
        assertThat(conversions.of("S3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "18.0, 0, 0, 1", "18.0, 0, 12, 1", "18.0, 19200, 12, 1", "18.0, 19201, 12, 2",
        "18.0, 24000, 10, 2", "16.0, 1, 1, 1", "19.8, 1, 1, 2", ", 0, 0, 1",
        "19.8, 160000, 1, 100"
    })
    void holdsEnoughSessionsForThePersonHoursAndTheNeed(
            BigDecimal rate, long personHoursHundredths, int observed, int sessions) {
        Frequentation.Builder little = noted("S1", 10, 10, 10)
                .setPersonHours12MonthsHundredths(personHoursHundredths)
                .setObserved12Months(observed);

        Conversion conversion = conversions(epci().setIllectronismeRate(rate).build(), scored(room("S1"), little))
                .list()
                .getFirst();

        assertThat(conversion.getSessionsAMonth()).isEqualTo(sessions);
    }

    @Test
    void tellsADemonstrationByItsIdentifier() {
        List<Conversion> list = conversions(epci().build(), scored(room("DEMO-1"), 60), scored(room("S2"), 61))
                .list();

        assertThat(list).extracting(Conversion::getDemonstration).containsExactly(true, false);
    }

    @Test
    void refusesTheScoreOfAnotherRoom() {
        assertThatThrownBy(() -> scored(room("S1"), noted("S2", 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S2");
    }

    private static String tiersLieu(EpciDescribed epci, ScoredRoom... rooms) {
        return conversions(epci, rooms).seating().seat().orElseThrow().getId();
    }

    private static Conversions conversions(EpciDescribed epci, ScoredRoom... rooms) {
        return Places.conversions(facts(epci), rooms);
    }
}
