package fr.passerelle.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.study.TourneesCommand.ComputedTour;
import fr.passerelle.cli.study.TourneesCommand.StopReasons;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff;
import fr.passerelle.study.difference.Diff.EpciDiff;
import fr.passerelle.study.difference.Diff.EuroLine;
import fr.passerelle.study.difference.Diff.ThingDiff;
import fr.passerelle.study.replay.ReplayExamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What terminals, pages and sheets are told of studies: what a replay differs in, whether its illustration may be put in force, and a calendar. */
class StudyTextTest {

    @Test
    void callsStudiesAsTheirLogDoes() {
        assertThat(List.of(ScenarioManifest.SERIES, TourManifest.SERIES))
                .allSatisfy(series -> assertThat(
                                Objects.requireNonNull(series.log()).noun())
                        .isEqualTo(series.words().noun()));
    }

    @Test
    void labelsAReconstructionAndAnIllustrationOnlyWhereTheyAre() {
        assertThat(text(diff(true, "2018-01"))).contains("RECONSTITUTION", "ILLUSTRATION : le barème 2018-01 n'a pas");
        assertThat(text(diff(false, "2017-05"))).doesNotContain("RECONSTITUTION", "ILLUSTRATION", "reconstitution");
    }

    @Test
    void saysWhatIsComparedAScoreWithWhatMovedItInOneRowAndAmountsInTheirOwnTable() {
        assertThat(text(diff(true, "2018-01")))
                .contains("exécution N-000004", "rejeu R-000007", "2017-10", "avant-hash", "apres-hash", "Essai");
        assertThat(text(diff(true, "2018-01")))
                .containsPattern("Salle <A> \\(A\\) +note \\(de, à\\) +60 \\(50, 70\\) +70 \\(50, 80\\) +usage"
                        + " \\(poids\u00a0: 40 → 35\\)")
                .doesNotContain("borne basse");
        assertThat(text(diff(true, "2018-01")))
                .containsPattern("étude +1\u00a0000,00 +— +−1\u00a0000,00")
                .contains("Notifié par l'acte CP-1, et qui reste : tiers lieu Salle <A> (A) ; selon le rejeu : —.");
    }

    /** They may be names or words as well: what stands there does not decide it. */
    @Test
    void leavesWhatChangesToTheLeftAlsoWhereAllOfItIsFigures() {
        ThingDiff plan = new ThingDiff(
                ThingDiff.Type.PLAN, "200000001", "=CC", List.of(new ValeurChangee("ETAPES", "9", "10")), List.of());

        assertThat(TextTable.lines(DiffDocument.of(diff(true, "2018-01", plan))))
                .containsSequence(
                        "Ce qui change",
                        "Objet  Quoi            Avant  Après  Pourquoi",
                        "─".repeat(45),
                        "plan   étapes nomades  9      10     —");
    }

    @Test
    void escapesWhatFilesNamed() {
        assertThat(DiffDocument.of(diff(true, "2018-01")).asHtml())
                .contains("Salle &lt;A&gt; (A)", "<th scope=\"col\">", "@media print")
                .doesNotContain("Salle <A>", "<script", "http");
    }

    @Test
    void guardsTheCellsOfTheSheetAndLeavesOutWhatIsEqual() {
        List<List<String>> rows = new ArrayList<>();
        DiffDocument.table(diff(true, "2018-01")).texts(rows::add);

        assertThat(rows).extracting(row -> row.get(11)).containsExactly("note", "borne haute", "étude (€)");
        assertThat(rows).allSatisfy(row -> assertThat(row.get(7)).isEqualTo("'=CC"));
        assertThat(rows.getLast()).contains("1000,00", "reconstitution", "illustration");
    }

    private static String text(Diff diff) {
        return String.join("\n", TextTable.lines(DiffDocument.of(diff)));
    }

    private static Diff diff(boolean demonstration, String after) {
        return diff(
                demonstration,
                after,
                new ThingDiff(
                        ThingDiff.Type.ROOM,
                        "A",
                        "Salle <A>",
                        List.of(
                                new ValeurChangee("NOTE", "60", "70"),
                                new ValeurChangee("BORNE_BASSE", "50", "50"),
                                new ValeurChangee("BORNE_HAUTE", "70", "80")),
                        List.of(new CauseChangement("USAGE", "room:A", "poids", "40", "35", null))));
    }

    private static Diff diff(boolean demonstration, String after, ThingDiff thing) {
        Bareme voted = Baremes.load("2017-05");
        Bareme asked = Baremes.load(after);
        EuroLine study = new EuroLine("ETUDE", new BigDecimal("1000.00"), null);
        EpciDiff epci = new EpciDiff(
                "200000001",
                "=CC",
                List.of(thing),
                List.of(study),
                List.of(new Ecart("TIERS_LIEU", "room:A", null, "CP-1")),
                List.of());
        return new Diff(
                ReplayExamples.completed(asked),
                ReplayExamples.base(voted, demonstration),
                voted,
                asked,
                Changes.between(Proposals.NONE, Proposals.NONE),
                List.of(epci),
                3,
                List.of(),
                Map.of("A", "Salle <A>"));
    }

    private static final Bareme VOTED = Baremes.load("2017-05");
    private static final Bareme ILLUSTRATION = Baremes.load("2018-01");

    @Test
    void takesAVotedBaremeOnAnyDataAndAnIllustrationOnAReconstructionWhereItIsAccepted() {
        assertThat(refusal(VOTED, false, false)).isEmpty();
        assertThat(refusal(VOTED, true, false)).isEmpty();
        assertThat(refusal(ILLUSTRATION, true, true)).isEmpty();
        assertThat(refusal(ILLUSTRATION, true, false))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("« 2018-01 » du rejeu R-000007", "ajoutez --illustration"));
        assertThat(refusal(ILLUSTRATION, false, false)).isPresent();
        assertThat(refusal(ILLUSTRATION, false, true))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("sur des données réelles", "./passerelle replay diff R-000007", "un barème voté"));
    }

    private static Optional<String> refusal(Bareme asked, boolean demonstration, boolean accepted) {
        return ReplayCommand.refusal(
                ReplayExamples.completed(asked), ReplayExamples.base(Baremes.load("2017-05"), demonstration), accepted);
    }

    private static final String EPCI = "247600588";

    @Test
    void findsAnEtapeByItsIdentifierOrItsName() {
        ComputedTour tour = tour(TourExamples.computed());

        assertThat(tour.stop("commune:80613").etape().getName()).isEqualTo("Mairie");
        assertThat(tour.stop("bibliothèque").etape().getEtape()).isEqualTo("place:BIB-1");
        assertRefused(
                () -> tour.stop("Gymnase"),
                "Le calendrier T-000001 ne dit rien de « Gymnase » : « ./passerelle tournees show T-000001 » montre ce"
                        + " qu'il tient.");
    }

    @Test
    void refusesANameThatSeveralEtapesHave() {
        ToursComputed computed = TourExamples.computed();
        computed.getEtapes().forEach(etape -> etape.setName("Salle communale"));

        assertRefused(
                () -> tour(computed).stop("Salle communale"),
                "Plusieurs étapes du calendrier T-000001 se nomment « Salle communale » : donnez l'identifiant de l'une"
                        + " (commune:80613, place:BIB-1).");
        assertThat(tour(computed).stop("place:BIB-1").etape().getEtape()).isEqualTo("place:BIB-1");
    }

    @Test
    void refusesWhatIsNotComputedAndAnEpciThatItDoesNotHave() {
        assertRefused(
                () -> new ComputedTour(TourExamples.plan(Study.State.PLANNED), List.of()),
                "Le calendrier T-000001 n'est pas calculé : « ./passerelle tournees run T-000001 » d'abord.");
        assertRefused(
                () -> new ComputedTour(TourExamples.plan(Study.State.DISCARDED), List.of()),
                "Le calendrier T-000001 a été écarté sans avoir été calculé.");
        assertThatCode(() -> tour(TourExamples.computed()).requireEpci(EPCI)).doesNotThrowAnyException();
        assertRefused(
                () -> tour(TourExamples.computed()).requireEpci("200000009"),
                "Le calendrier T-000001 n'a aucune étape dans l'intercommunalité 200000009 : « ./passerelle tournees"
                        + " show T-000001 » montre ce qu'il tient.");
    }

    @Test
    void namesPlacesWithTheirCommune() {
        StringWriter shown = new StringWriter();
        PrintWriter out = new PrintWriter(shown);
        CalendarText text = new CalendarText(List.of(TourExamples.computed()), Map.of("80613", "Oust-Marest"), out);
        text.sessions(EPCI);
        text.print();

        assertThat(shown.toString().lines())
                .anyMatch(line -> line.startsWith("09/01/2018") && line.contains("Bibliothèque, Oust-Marest"))
                .anyMatch(line -> line.startsWith("Mairie, Oust-Marest"));
    }

    private static ComputedTour tour(ToursComputed computed) {
        return new ComputedTour(TourExamples.plan(Study.State.COMPUTED), List.of(computed));
    }

    private static void assertRefused(ThrowingCallable asking, String why) {
        assertThatExceptionOfType(RunRefused.class).isThrownBy(asking).withMessage(why);
    }

    @Test
    void saysWhyAPlaceHasItsDaysAndLacksSessions() {
        ToursComputed computed = TourExamples.computed();
        EtapeDesservie hall = tour(computed).stop(TourExamples.HALL).etape();
        hall.setHeldInAll(7);
        hall.setAskedInAll(8);
        hall.setRythmes(List.of(new RythmeEtape(
                0, Rythme.HEBDOMADAIRE, JourOuvrable.MARDI, DemiJournee.MATIN, List.of(1, 2, 3, 4), "A-01")));
        computed.setRythmes(null);

        assertThat(new StopReasons(computed, hall).lines())
                .containsExactly(
                        "Mairie (commune:80613) : 7 séances tenues sur 8, en 4 semaines.",
                        "Ses horaires sont supposés : à confirmer auprès du lieu.",
                        "Rythme : mardi matin, toutes les semaines, par A-01.",
                        "Quatre semaines du 08/01/2018 : 1 séance que personne ne tient.",
                        "- Si le lieu était ouvert tous les jours travaillés, 1 séance de plus serait tenue"
                                + " (vérifié en recalculant).");
    }

    @Test
    void tellsNoCauseThatNobodySought() {
        ToursComputed computed = TourExamples.computed();
        computed.getNonTenues().forEach(row -> row.setSessions(2));

        assertThat(new StopReasons(
                                computed,
                                tour(computed).stop(TourExamples.LIBRARY).etape())
                        .lines())
                .contains(
                        "Quatre semaines du 05/02/2018 : 2 séances que personne ne tient ; les causes n'en ont pas été"
                                + " recherchées jusqu'au bout.",
                        "Quatre semaines du 08/01/2018 : 2 séances que personne ne tient ; aucune cause levée seule n'y"
                                + " suffit.");
    }
}
