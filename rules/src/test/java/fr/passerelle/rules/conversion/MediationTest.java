package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.AS_OF;
import static fr.passerelle.rules.conversion.Places.RULES;
import static fr.passerelle.rules.conversion.Places.noted;
import static fr.passerelle.rules.conversion.Places.place;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.site;
import static fr.passerelle.rules.conversion.Places.unknown;
import static fr.passerelle.rules.conversion.Places.unscored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The communes are 02001 and, from it, 02002 at 5,000 m, 02003 at 5,001 m and 02004 at 50 km: of 1, 10, 100 and 1,000 inhabitants. */
class MediationTest {

    private static final List<Commune> COMMUNES = List.of(
            commune("02001", 1, 49.0),
            commune("02002", 10, 49.04496602),
            commune("02003", 100, 48.95502499),
            commune("02004", 1_000, 49.45));

    @Test
    void countsTheInhabitantsOfCommunesWithinTheRadiusItself() {
        Mediation mediation = mediation(staying("S1", "02001"));

        assertThat(mediation.population()).isEqualTo(1_111);
        assertThat(mediation.proximiteToday()).isEqualTo(11);
        assertThat(mediation.proximiteProposed()).isEqualTo(11);
        assertThat(mediation.flags()).isEmpty();
        assertThat(proximity(mediation))
                .extracting(RegleEssayee::getOn, RegleEssayee::getOutcome)
                .containsExactly(
                        tuple("commune:02001", "PROCHE"),
                        tuple("commune:02002", "PROCHE"),
                        tuple("commune:02003", "ELOIGNEE"),
                        tuple("commune:02004", "ELOIGNEE"),
                        tuple("epci:200000001", "EGALE"));
    }

    @Test
    void countsAnEtapeWhereItsHostIs() {
        Mediation mediation = mediation(
                epci(place("P1", "02003", null)),
                scored(room("S1").setHosting(unknown().build()), 10));

        assertThat(mediation.proximiteToday()).isEqualTo(11);
        assertThat(mediation.proximiteProposed()).isEqualTo(100);
        assertThat(mediation.flags()).isEmpty();
        assertThat(outcomes(mediation)).containsExactly("PERDUE", "PERDUE", "GAGNEE", "ELOIGNEE", "EN_HAUSSE");
    }

    @Test
    void tellsTheMetresOfEachCommuneToItsNearestPoint() {
        Mediation mediation = mediation(
                epci(place("P1", "02003", null)),
                scored(room("S1").setHosting(unknown().build()), 10));

        assertThat(Written.of(Rule.PROXIMITE, mediation.trace()))
                .startsWith(
                        "PROXIMITE commune:02001 (population 1 HABITANTS, distance_aujourdhui 0 METRES,"
                                + " distance_proposee 5001 METRES, rayon 5000 METRES) -> PERDUE",
                        "PROXIMITE commune:02002 (population 10 HABITANTS, distance_aujourdhui 5000 METRES,"
                                + " distance_proposee 10001 METRES, rayon 5000 METRES) -> PERDUE",
                        "PROXIMITE commune:02003 (population 100 HABITANTS, distance_aujourdhui 5001 METRES,"
                                + " distance_proposee 0 METRES, rayon 5000 METRES) -> GAGNEE")
                .endsWith("PROXIMITE epci:200000001 (population 1111 HABITANTS, proches_aujourdhui 11 HABITANTS,"
                        + " proches_proposes 100 HABITANTS) -> EN_HAUSSE *");
    }

    @Test
    void flagsAFall() {
        Mediation mediation = mediation(
                epci(place("P1", "02001", null)),
                scored(room("S1").setInsee("02003").setHosting(unknown().build()), 10));

        assertThat(mediation.proximiteToday()).isEqualTo(100);
        assertThat(mediation.proximiteProposed()).isEqualTo(11);
        assertThat(mediation.flags()).containsExactly("PROXIMITE_EN_BAISSE");
        assertThat(outcomes(mediation)).endsWith("EN_BAISSE");
    }

    @Test
    void takesASiteThatIsTheSeatAsAPointOfMediation() {
        Mediation mediation = mediation(facts(epci(), site("L1").setInsee("02004")), List.of(staying("S1", "02001")));

        assertThat(mediation.proximiteToday()).isEqualTo(11);
        assertThat(mediation.proximiteProposed()).isEqualTo(1_011);
        assertThat(outcomes(mediation)).endsWith("GAGNEE", "EN_HAUSSE");
    }

    @Test
    void takesARoomThatIsTheSeatAsAPointOfMediation() {
        Mediation mediation = mediation(scored(room("S1").setInsee("02004"), 90));

        assertThat(mediation.proximiteToday()).isEqualTo(1_000);
        assertThat(mediation.proximiteProposed()).isEqualTo(1_000);
        assertThat(mediation.tablets()).isZero();
        assertThat(mediation.animateursEtp()).isEqualTo("0.000000");
    }

    @Test
    void hasNoPointInAClosedRoom() {
        Mediation mediation = mediation(scored(room("S1"), unscored("S1", FrequentationState.FERMEE)));

        assertThat(mediation.proximiteToday()).isZero();
        assertThat(mediation.proximiteProposed()).isZero();
        assertThat(proximity(mediation).getFirst().getOperands().get(1).getAmount())
                .isNull();
    }

    @Test
    void keepsAnAutonomousRoomAsAPointUnlessItIsToClose() {
        ScoredRoom remaining = scored(room("S1").setGestion(Gestion.COMMUNALE_AUTONOME), 60);
        ScoredRoom closing = scored(
                room("S2")
                        .setInsee("02004")
                        .setGestion(Gestion.COMMUNALE_AUTONOME)
                        .setClosed(LocalDate.of(2018, 3, 1)),
                60);

        Mediation mediation = mediation(remaining, closing);

        assertThat(mediation.proximiteToday()).isEqualTo(1_011);
        assertThat(mediation.proximiteProposed()).isEqualTo(11);
        assertThat(mediation.flags()).containsExactly("PROXIMITE_EN_BAISSE");
    }

    @Test
    void doesNotTakeAPublicPlaceThatHostsNothingAsAPoint() {
        Mediation mediation = mediation(epci(place("P1", "02004", null)), staying("S1", "02001"));

        assertThat(mediation.proximiteToday()).isEqualTo(11);
        assertThat(mediation.proximiteProposed()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.037337", "134400, 7, 0.261357", "15916800, 829, 30.952085"})
    void needsAnimateursForTheHoursOfItsSessions(long personHours, int sessions, String etp) {
        Mediation mediation =
                mediation(scored(room("S1"), noted("S1", 10, 10, 10).setPersonHours12MonthsHundredths(personHours)));

        assertThat(mediation.sessionsAMonth()).isEqualTo(sessions);
        assertThat(mediation.animateursEtp()).isEqualTo(etp);
        assertThat(mediation.tablets()).isEqualTo(8);
        RegleEssayee step = mediation.trace().getLast();
        assertThat(step)
                .extracting(RegleEssayee::getRule, RegleEssayee::getOutcome)
                .containsExactly(Rule.ANIMATEURS.name(), etp);
        assertThat(step.getOperands())
                .extracting(operand -> operand.getName() + "=" + operand.getAmount())
                .containsExactly(
                        "seances=" + sessions + ".000000",
                        "heures_par_seance=3.000000",
                        "heures_par_an=1607.000000",
                        "part_en_seance=0.600000",
                        "mois_par_an=12.000000",
                        "cout_par_an=35000.000000");
    }

    @Test
    void flagsOnceTheHostsAboveTheMostSessions() {
        ScoredRoom one = scored(room("S1"), noted("S1", 10, 10, 10).setPersonHours12MonthsHundredths(172_801));
        ScoredRoom other = scored(room("S2"), noted("S2", 10, 10, 10).setPersonHours12MonthsHundredths(172_801));

        assertThat(mediation(one, other).flags()).containsExactly("SEANCES_AU_DESSUS_DU_MAXIMUM");
    }

    private static ScoredRoom staying(String id, String insee) {
        return scored(room(id).setInsee(insee), 10);
    }

    private static EpciDescribed epci(PublicPlace... places) {
        return Places.epci()
                .setCommunes(COMMUNES)
                .setPublicPlaces(List.of(places))
                .build();
    }

    private static Commune commune(String insee, int population, double latitude) {
        return new Commune(insee, "Commune " + insee, population, latitude, 3.0, null);
    }

    private static EpciFacts facts(EpciDescribed epci, SiteDescribed.Builder... sites) {
        return Places.facts(epci, sites);
    }

    private static Mediation mediation(ScoredRoom... rooms) {
        return mediation(epci(), rooms);
    }

    private static Mediation mediation(EpciDescribed epci, ScoredRoom... rooms) {
        return mediation(facts(epci), List.of(rooms));
    }

    private static Mediation mediation(EpciFacts facts, List<ScoredRoom> rooms) {
        Conversions conversions = Conversions.of(facts, rooms, AS_OF, RULES);
        return Mediation.of(Objects.requireNonNull(facts.epci()), rooms, conversions, RULES.conversion());
    }

    private static List<RegleEssayee> proximity(Mediation mediation) {
        return mediation.trace().stream()
                .filter(step -> step.getRule().equals(Rule.PROXIMITE.name()))
                .toList();
    }

    private static List<String> outcomes(Mediation mediation) {
        return proximity(mediation).stream().map(RegleEssayee::getOutcome).toList();
    }
}
