package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.AS_OF;
import static fr.passerelle.rules.conversion.Places.RULES;
import static fr.passerelle.rules.conversion.Places.bare;
import static fr.passerelle.rules.conversion.Places.conversions;
import static fr.passerelle.rules.conversion.Places.epci;
import static fr.passerelle.rules.conversion.Places.facts;
import static fr.passerelle.rules.conversion.Places.having;
import static fr.passerelle.rules.conversion.Places.noted;
import static fr.passerelle.rules.conversion.Places.place;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.site;
import static fr.passerelle.rules.conversion.Places.telling;
import static fr.passerelle.rules.conversion.Places.told;
import static fr.passerelle.rules.conversion.Places.unscored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.rules.financing.Projects;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan leaves of mediation, and its étapes. */
class MediationTest {

    /** From the first: at 5,000 m, at 5,001 m and at 50 km; of 1, 10, 100 and 1,000 inhabitants. */
    private static final List<Commune> COMMUNES = List.of(
            commune("02001", 1, 49.0), commune("02002", 10, 49.04496602),
            commune("02003", 100, 48.95502499), commune("02004", 1_000, 49.45));

    @Test
    void tellsTheMetresOfEachCommuneToItsNearestPoint() {
        Mediation mediation = mediation(epci(place("P1", "02003", null)), scored(bare("S1"), 10));

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
    void needsNoAnimateurForARoomThatIsTheSeat() {
        Mediation mediation = mediation(scored(room("S1").setInsee("02004"), 90));

        assertThat(mediation.tablets()).isZero();
        assertThat(mediation.animateursEtp()).isEqualTo("0.000000");
    }

    static Stream<Arguments> points() {
        RoomInventoried.Builder autonomous = room("S1").setGestion(Gestion.COMMUNALE_AUTONOME);
        RoomInventoried.Builder closing = room("S2")
                .setInsee("02004")
                .setGestion(Gestion.COMMUNALE_AUTONOME)
                .setClosed(LocalDate.of(2018, 3, 1));
        return Stream.of(
                point(
                        "communes within the radius itself",
                        mediation(staying("S1", "02001")),
                        "11 11 PROCHE PROCHE ELOIGNEE ELOIGNEE EGALE"),
                point(
                        "an étape where its host is",
                        mediation(epci(place("P1", "02003", null)), scored(bare("S1"), 10)),
                        "11 100 PERDUE PERDUE GAGNEE ELOIGNEE EN_HAUSSE"),
                point(
                        "a fall",
                        mediation(
                                epci(place("P1", "02001", null)),
                                scored(bare("S1").setInsee("02003"), 10)),
                        "100 11 GAGNEE GAGNEE PERDUE ELOIGNEE EN_BAISSE"),
                point(
                        "a site that is the seat",
                        mediation(facts(epci(), site("L1").setInsee("02004")), List.of(staying("S1", "02001"))),
                        "11 1011 PROCHE PROCHE ELOIGNEE GAGNEE EN_HAUSSE"),
                point(
                        "a room that is the seat",
                        mediation(scored(room("S1").setInsee("02004"), 90)),
                        "1000 1000 ELOIGNEE ELOIGNEE ELOIGNEE PROCHE EGALE"),
                point(
                        "no closed room",
                        mediation(scored(room("S1"), unscored("S1", FrequentationState.FERMEE))),
                        "0 0 ELOIGNEE ELOIGNEE ELOIGNEE ELOIGNEE EGALE"),
                point(
                        "an autonomous room unless it is to close",
                        mediation(scored(autonomous, 60), scored(closing, 60)),
                        "1011 11 PROCHE PROCHE ELOIGNEE PERDUE EN_BAISSE"),
                point(
                        "no public place that hosts nothing",
                        mediation(epci(place("P1", "02004", null)), staying("S1", "02001")),
                        "11 11 PROCHE PROCHE ELOIGNEE ELOIGNEE EGALE"));
    }

    private static Arguments point(String name, Mediation mediation, String told) {
        return arguments(named(name, mediation), told);
    }

    /** Who lives near a point today and then, and what becomes of each commune and of all. */
    @ParameterizedTest
    @MethodSource("points")
    void countsWhoLivesNearAPointOfMediation(Mediation mediation, String told) {
        assertThat(mediation.population()).isEqualTo(1_111);
        assertThat(proximity(mediation).stream()
                        .map(RegleEssayee::getOutcome)
                        .collect(Collectors.joining(
                                " ", mediation.proximiteToday() + " " + mediation.proximiteProposed() + " ", "")))
                .isEqualTo(told);
        assertThat(mediation.flags())
                .isEqualTo(told.endsWith("EN_BAISSE") ? List.of("PROXIMITE_EN_BAISSE") : List.of());
    }

    @Test
    void knowsNoDistanceToAPointThatIsNone() {
        Mediation mediation = mediation(scored(room("S1"), unscored("S1", FrequentationState.FERMEE)));

        assertThat(proximity(mediation).getFirst().getOperands().get(1).getAmount())
                .isNull();
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

    private static final String ABOVE = "SEANCES_AU_DESSUS_DU_MAXIMUM";

    @Test
    void leavesTheAnimationToTheAidThatComesWithTheTiersLieu() {
        Conversion etape = etapes(
                        telling(Projects.silent().setPorteur("200000002")), scored(room("S1"), 90), low("S2", 0))
                .get(1);

        assertThat(etape.getPayeur()).isEqualTo(Payeur.AIDE_REGIONALE);
        assertThat(etape.getPayeurSiren()).isNull();
        assertThat(etape.getProvisoire()).isFalse();
        assertThat(step(etape, Rule.PAYEUR).getOutcome()).isEqualTo("AIDE_REGIONALE");
        assertThat(step(etape, Rule.PROVISOIRE).getOutcome()).isEqualTo("NON");
    }

    @Test
    void aidsAlsoTheProvisionalEtapeOfAPlanWithATiersLieu() {
        ScoredRoom undecided = scored(room("S2"), unscored("S2", FrequentationState.DONNEES_INSUFFISANTES));
        Conversion etape = etape(scored(room("S1"), 90), undecided);

        assertThat(etape.getProvisoire()).isTrue();
        assertThat(etape.getPayeur()).isEqualTo(Payeur.AIDE_REGIONALE);
    }

    @Test
    void namesTheBodyThatWouldCarryTheProjectWithoutATiersLieu() {
        Conversion etape = etapes(telling(Projects.silent().setPorteur("200000002")), low("S1", 0))
                .getFirst();

        assertThat(etape.getPayeur()).isEqualTo(Payeur.NOMME);
        assertThat(etape.getPayeurSiren()).isEqualTo("200000002");
        assertThat(etape.getProvisoire()).isTrue();
        assertThat(told(step(etape, Rule.PAYEUR))).containsExactly("tiers_lieu_propose=NON", "porteur=200000002");
    }

    @Test
    void hasThePayerFoundWhereNobodyIsNamed() {
        Conversion silent = etape(low("S1", 0));
        Conversion having = etapes(having(), scored(room("S1"), 90)).getFirst();

        assertThat(silent.getPayeur()).isEqualTo(Payeur.A_TROUVER);
        assertThat(having.getPayeur()).isEqualTo(Payeur.A_TROUVER);
        assertThat(having.getPayeurSiren()).isNull();
        assertThat(having.getProvisoire()).isTrue();
    }

    @Test
    void givesATiersLieuNeitherHostNorPayer() {
        Conversion tiersLieu = etape(scored(room("S1"), 90));

        assertThat(tiersLieu.getHost()).isNull();
        assertThat(tiersLieu.getPayeur()).isNull();
        assertThat(tiersLieu.getTablets()).isZero();
        assertThat(tiersLieu.getThemes()).isEmpty();
    }

    @Test
    void bringsATabletForEachOfTheGroup() {
        Conversion etape = etape(low("S1", 0));

        assertThat(etape.getTablets()).isEqualTo(8);
        assertThat(told(step(etape, Rule.TABLETTES))).containsExactly("groupe=8.000000");
    }

    @Test
    void tellsWhatItsSessionsAreCountedFrom() {
        Conversion etape = etape(low("S1", 19_201));

        assertThat(step(etape, Rule.SEANCES).getOutcome()).isEqualTo("2");
        assertThat(told(step(etape, Rule.SEANCES)))
                .containsExactly(
                        "besoin=MOYEN", "heures_personnes=192.010000",
                        "presences_sans_heures=0.000000", "mois_observes=12.000000",
                        "groupe=8.000000", "heures_par_seance=2.000000",
                        "duree_presence=1.500000", "plancher=1.000000");
    }

    /** 160 × 1.5 h are 240 h, 20 a month: one group of eight for two hours is 16. */
    @Test
    void supposesTheHoursThatNobodyCounted() {
        Conversion etape = etape(scored(room("S1"), noted("S1", 0, 10, 20).setPresencesWithoutHours12Months(160)));

        assertThat(etape.getSessionsAMonth()).isEqualTo(2);
        assertThat(etape.getReasons()).endsWith("HEURES_SUPPOSEES");
        assertThat(etape(low("S1", 0)).getReasons()).doesNotContain("HEURES_SUPPOSEES");
    }

    @Test
    void endsAtTheGreatestCountRatherThanInAFault() {
        List<Conversion> etapes =
                etapes(Places.epci().build(), hall("S1", "02001", Long.MAX_VALUE), hall("S2", "02001", Long.MAX_VALUE));

        assertThat(etapes).allSatisfy(etape -> {
            assertThat(etape.getSessionsAMonth()).isEqualTo(Integer.MAX_VALUE);
            assertThat(host(etape).getSessionsAMonth()).isEqualTo(Integer.MAX_VALUE);
        });
    }

    @ParameterizedTest
    @CsvSource({"96000, 57600, 8, false", "96000, 57601, 9, true"})
    void flagsAHostAboveTheMostSessionsAndCutsNone(long one, long other, int together, boolean flagged) {
        List<Conversion> etapes = etapes(Places.epci().build(), hall("S1", "02001", one), hall("S2", "02001", other));

        assertThat(etapes).extracting(Conversion::getSessionsAMonth).containsExactly(5, together - 5);
        assertThat(etapes).allSatisfy(etape -> {
            assertThat(host(etape).getSessionsAMonth()).isEqualTo(together);
            assertThat(etape.getReasons().contains(ABOVE)).isEqualTo(flagged);
            assertThat(step(etape, Rule.CUMUL_DES_SEANCES).getOutcome())
                    .isEqualTo(flagged ? ABOVE : Integer.toString(together));
        });
    }

    @Test
    void sharesOneHallBetweenTheEtapesOfACommune() {
        List<Conversion> etapes = etapes(
                Places.epci().build(), hall("S1", "02001", 0), hall("S2", "02001", 38_400), hall("S3", "02002", 0));

        assertThat(etapes)
                .extracting(etape -> host(etape).getSharedWith())
                .containsExactly(List.of("S2"), List.of("S1"), List.of());
        assertThat(etapes).extracting(etape -> host(etape).getSessionsAMonth()).containsExactly(3, 3, 1);
        assertThat(step(etapes.getFirst(), Rule.CUMUL_DES_SEANCES))
                .extracting(RegleEssayee::getOn, RegleEssayee::getOutcome)
                .containsExactly("commune:02001", "3");
        assertThat(told(step(etapes.getFirst(), Rule.CUMUL_DES_SEANCES)))
                .containsExactly(
                        "etape=room:S1", "seances=1.000000", "etape=room:S2", "seances=2.000000", "maximum=8.000000");
    }

    @Test
    void addsUpAPlaceThatHostsTwoCommunes() {
        EpciDescribed epci = Places.epci()
                .setPublicPlaces(List.of(Places.place("P1", "02002", null)))
                .build();

        List<Conversion> etapes = etapes(epci, hall("S1", "02002", 0), hall("S2", "02003", 0));

        assertThat(etapes).extracting(etape -> host(etape).getId()).containsExactly("P1", "P1");
        assertThat(etapes).extracting(etape -> host(etape).getSessionsAMonth()).containsExactly(2, 2);
        assertThat(step(etapes.getFirst(), Rule.CUMUL_DES_SEANCES).getOn()).isEqualTo("place:P1");
    }

    @Test
    void keepsTheSessionsOfARoomThatStaysToItself() {
        List<Conversion> etapes = etapes(Places.epci().build(), low("S1", 0), low("S2", 0));

        assertThat(etapes).allSatisfy(etape -> {
            assertThat(host(etape).getSharedWith()).isEmpty();
            assertThat(host(etape).getSessionsAMonth()).isEqualTo(1);
        });
        assertThat(step(etapes.get(1), Rule.CUMUL_DES_SEANCES).getOn()).isEqualTo("room:S2");
    }

    @Test
    void takesItsThemesFromPastActivitiesThenFromWhatTheRoomDeclares() {
        ScoredRoom room = scored(
                room("S1").setThemes(List.of("Démarches", "Photo", "Accès_libre")),
                noted("S1", 10, 10, 10)
                        .setActivites(List.of(
                                new ActivitePratiquee("ACCES_LIBRE", 900L),
                                new ActivitePratiquee("RESEAUX_SOCIAUX", 40L),
                                new ActivitePratiquee("DEMARCHES", 30L),
                                new ActivitePratiquee("AUTRE", 20L),
                                new ActivitePratiquee("TRICOT", 10L),
                                new ActivitePratiquee("TOTAL", 5L))));

        Conversion etape = etape(room);

        assertThat(etape.getThemes()).containsExactly("réseaux sociaux", "Démarches", "Photo");
        assertThat(told(step(etape, Rule.THEMES)))
                .startsWith("activite=ACCES_LIBRE", "presences=900.000000")
                .endsWith("theme_declare=Démarches", "theme_declare=Photo", "theme_declare=Accès libre");
        assertThat(etape(low("S1", 0)).getThemes()).isEmpty();
    }

    /** A room under the threshold that may stay open, with its person-hours of twelve months in hundredths. */
    private static ScoredRoom low(String id, long personHours) {
        return scored(room(id), noted(id, 10, 10, 10).setPersonHours12MonthsHundredths(personHours));
    }

    /** The same, which may not. */
    private static ScoredRoom hall(String id, String insee, long personHours) {
        return scored(bare(id).setInsee(insee), noted(id, 10, 10, 10).setPersonHours12MonthsHundredths(personHours));
    }

    private static List<Conversion> etapes(EpciDescribed epci, ScoredRoom... rooms) {
        return conversions(facts(epci), rooms).list();
    }

    private static Conversion etape(ScoredRoom... rooms) {
        return etapes(Places.epci().build(), rooms).getLast();
    }

    private static Host host(Conversion etape) {
        return Objects.requireNonNull(etape.getHost());
    }

    private static RegleEssayee step(Conversion etape, Rule rule) {
        return etape.getTrace().stream()
                .filter(step -> step.getRule().equals(rule.name()))
                .reduce((first, second) -> {
                    throw new IllegalStateException("Twice: " + rule);
                })
                .orElseThrow();
    }
}
