package fr.passerelle.dataset;

import static fr.passerelle.dataset.Situations.aid;
import static fr.passerelle.dataset.Situations.column;
import static fr.passerelle.dataset.Situations.decision;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.rules.economy.WorkedEconomy;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is exported of places, grants and plans. */
class LieuTableTest {

    private static final String OF_EPCI = "epci:" + Situations.EPCI;

    @Test
    void hasTheSeatAndTheEtapesThatWereNotifiedAndNothingThatIsOnlyProposed() {
        DatasetSource situation = Situations.after(
                decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1"),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null),
                decision(DecisionKind.ACCEPTED, "room:S2", "2018-01-05", null));

        assertThat(ids(LieuTable.decided(situation))).containsExactly("tiers-lieu-S1", "etape-S2");

        assertThat(ids(LieuTable.decided(Situations.after()))).isEmpty();
    }

    @Test
    void leavesOutWhatWasRefusedSinceByTheDateOfTheAct() {
        DatasetSource situation = Situations.after(
                decision(DecisionKind.REFUSED, "room:S3", "2018-02-01", null),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null),
                decision(DecisionKind.NOTIFIED, "room:S3", "2017-12-15", null),
                decision(DecisionKind.REFUSED, "room:S2", "2018-01-05", null));

        assertThat(ids(LieuTable.decided(situation))).isEmpty();
    }

    @Test
    void tellsWhatWasDecidedFromWhatIsProposedWhereBothAreAskedFor() {
        Table<?> table = LieuTable.proposed(Situations.after(
                decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1"),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null)));

        assertThat(ids(table)).containsExactly("tiers-lieu-S1", "etape-S2", "etape-S3");
        assertThat(column(table, "presentation_resume"))
                .satisfiesExactly(
                        seat -> assertThat(seat).contains("décidé par la Région"),
                        decided -> assertThat(decided).contains("nomade décidée par la Région"),
                        proposed -> assertThat(proposed).contains("nomade proposée"));
    }

    /** A day once, with all its hours: a later rule for it would undo the one before. */
    @Test
    void saysWhenSessionsAreHeld() {
        Table<?> table = LieuTable.proposed(Situations.told(
                new ToldCalendar(
                        List.of(
                                TourExamples.told("room:S2", 540, null, 0),
                                TourExamples.told("room:S2", 840, null, 0),
                                TourExamples.told("room:S2", 840, null, 14),
                                TourExamples.told("room:S2", 840, MotifSeance.JOUR_FERIE, 21),
                                TourExamples.told("room:S3", 840, null, -101)),
                        Map.of(),
                        List.of()),
                true));

        assertThat(ids(table)).containsExactly("etape-S1", "etape-S2", "etape-S3");
        assertThat(column(table, "horaires"))
                .containsExactly("null", "2018 Jan 09 09:00-11:00,14:00-16:00; 2018 Jan 23 14:00-16:00", "null");
    }

    private static List<String> ids(Table<?> table) {
        return column(table, "id");
    }

    @Test
    void keepsOfAnAddressWhatTheStandardTakesAndAPostalCodeOfTheCommune() {
        assertThat(LieuTable.street("12 bis, rue de l'Église <b>\"x\"</b>"))
                .isEqualTo("12 bis, rue de l'Église b x /b");
        assertThat(LieuTable.street("\u202e@")).isEqualTo("Adresse non connue");

        List<String> codes = List.of("80000", "80080", "80090");

        assertThat(LieuTable.postalCode("1 rue X, 80090 Amiens", codes)).isEqualTo("80090");
        assertThat(LieuTable.postalCode("1 rue X, 75001 Paris", codes)).isEqualTo("80000");
        assertThat(LieuTable.postalCode(null, List.of())).isNull();
    }

    /** What the schema asks of each column that must be filled. */
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("nomAttribuant", ".+"),
            Map.entry("idAttribuant", "\\d{14}"),
            Map.entry("dateConvention", "\\d{4}-\\d{2}-\\d{2}"),
            Map.entry("nomBeneficiaire", ".+"),
            Map.entry("idBeneficiaire", "\\d{9}"),
            Map.entry("objet", ".{1,256}"),
            Map.entry("montant", "\\d+\\.\\d{2}"),
            Map.entry("nature", "aide en numéraire|aide en nature|aide en numéraire;aide en nature"),
            Map.entry("conditionsVersement", "unique|échelonné"),
            Map.entry("datesPeriodeVersement", "\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?"),
            Map.entry("notificationUE", "true|false"),
            Map.entry("pourcentageSubvention", "1"));

    @Test
    void hasARowForEachActThatGaveAidAsTheSchemaAsks() {
        Table<?> table = DecisionExport.grants(Situations.after(whole("2017-12-15")));

        PATTERNS.forEach((name, pattern) -> assertThat(column(table, name))
                .as(name)
                .singleElement()
                .asString()
                .matches(pattern));
        assertThat(column(table, "montant")).containsExactly("115000.00");
        assertThat(column(table, "referenceDecision")).containsExactly("CP-2017-12-15");
        assertThat(column(table, "objet")).containsExactly("Tiers lieu numérique : étude, investissement, animation");
        assertThat(column(table, "conditionsVersement")).containsExactly("échelonné");
        assertThat(column(table, "datesPeriodeVersement")).containsExactly("2017-12-15/2020-12-14");
    }

    @Test
    void isPaidOnceWhereNoYearOfRunningIsAided() {
        Table<?> table = DecisionExport.grants(Situations.after(decision(
                DecisionKind.NOTIFIED,
                OF_EPCI,
                "2017-12-15",
                null,
                aid("ETUDE", "10000.00"),
                aid("INVESTISSEMENT", "0.00"))));

        assertThat(column(table, "objet")).containsExactly("Tiers lieu numérique : étude");
        assertThat(column(table, "conditionsVersement")).containsExactly("unique");
        assertThat(column(table, "datesPeriodeVersement")).containsExactly("2017-12-15/2018-12-14");
    }

    @Test
    void hasNothingThatGaveNoAidOrWasRefusedAndSaysSoOfAnExercise() {
        assertThat(column(DecisionExport.grants(Situations.after()), "montant")).isEmpty();
        assertThat(acts(decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1")))
                .isEmpty();
        assertThat(acts(whole("2017-12-15"), decision(DecisionKind.REFUSED, OF_EPCI, "2018-01-05", null)))
                .isEmpty();
        assertThat(acts(whole("2017-12-15"), whole("2018-03-01"))).containsExactly("CP-2018-03-01");
        assertThat(column(DecisionExport.grants(Situations.after(true, whole("2017-12-15"))), "objet"))
                .allSatisfy(purpose -> assertThat(purpose).startsWith("EXERCICE, rien n'a été attribué"));
    }

    private static List<String> acts(DecisionRecorded... decisions) {
        return column(DecisionExport.grants(Situations.after(decisions)), "referenceDecision");
    }

    private static DecisionRecorded whole(String day) {
        return decision(
                DecisionKind.NOTIFIED,
                OF_EPCI,
                day,
                "room:S1",
                aid("ETUDE", "10000.00"),
                aid("INVESTISSEMENT", "15000.00"),
                aid("FONCTIONNEMENT_1", "45000.00"),
                aid("FONCTIONNEMENT_2", "30000.00"),
                aid("FONCTIONNEMENT_3", "15000.00"));
    }

    /** They are words of those who keep rooms. */
    @Test
    void keepsThemesInside() {
        assertThat(columns(false)).contains("id_salle", "themes");
        assertThat(columns(true)).contains("id_salle").doesNotContain("themes");
    }

    private static List<String> columns(boolean published) {
        return Situations.names(EtapeTable.of(Situations.asking(new PublicNeeds(), published)));
    }

    private final Table<?> shares = PlanTable.shares(worked());

    @Test
    void hasOneRowACommuneAndAKeyThatAddUpToWhatStays() {
        assertThat(cellsOf("cle"))
                .containsExactly("HABITANTS", "HABITANTS", "HABITANTS", "SEANCES", "SEANCES", "SEANCES");
        assertThat(cellsOf("code_insee")).containsExactly("02001", "02002", "02003", "02001", "02002", "02003");
        assertThat(cellsOf("poids")).containsExactly(4_000L, 2_500L, 1_501L, 4L, 2L, 1L);
        assertThat(cellsOf("etude_reste").subList(0, 3))
                .containsExactly(new BigDecimal("1999.75"), new BigDecimal("1249.84"), new BigDecimal("750.41"));
        assertThat(sum("etude_reste")).isEqualByComparingTo("8000.00");
        assertThat(sum("cout_annee_4")).isEqualByComparingTo("140000.00");
        assertThat(sum("reste_total")).isEqualByComparingTo("326000.00");
    }

    private BigDecimal sum(String name) {
        return cellsOf(name).stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Object> cellsOf(String name) {
        return Situations.cells(shares, name).stream()
                .<Object>map(Objects::requireNonNull)
                .toList();
    }

    private static DatasetSource worked() {
        LogFold log = new LogFold();
        log.take(EpciDescribed.newBuilder()
                .setEpci(Situations.EPCI)
                .setName("CC de l'essai")
                .setPopulation(8_001)
                .setCommunes(WorkedEconomy.COMMUNES)
                .setPublicPlaces(List.of())
                .build());
        return Situations.of(
                log,
                Proposals.of(
                        List.of(),
                        WorkedEconomy.CONVERSIONS,
                        List.of(WorkedEconomy.plan().build())),
                ToldCalendar.NONE,
                false);
    }
}
