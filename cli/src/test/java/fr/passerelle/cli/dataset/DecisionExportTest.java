package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.Situations.aid;
import static fr.passerelle.cli.dataset.Situations.column;
import static fr.passerelle.cli.dataset.Situations.decision;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionExportTest {

    private static final String OF_EPCI = "epci:" + Situations.EPCI;

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
    void hasNothingThatGaveNoAidOrWasRefusedSinceOrTakenUpAgain() {
        assertThat(column(DecisionExport.grants(Situations.after()), "montant")).isEmpty();
        assertThat(acts(decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1")))
                .isEmpty();
        assertThat(acts(whole("2017-12-15"), decision(DecisionKind.REFUSED, OF_EPCI, "2018-01-05", null)))
                .isEmpty();
        assertThat(acts(whole("2017-12-15"), whole("2018-03-01"))).containsExactly("CP-2018-03-01");
    }

    @Test
    void saysOfAnExerciseThatNothingWasGiven() {
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
}
