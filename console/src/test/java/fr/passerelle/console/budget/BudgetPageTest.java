package fr.passerelle.console.budget;

import static fr.passerelle.console.map.PlanExamples.etape;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.budget.AidBudget.BudgetRow;
import fr.passerelle.console.budget.AidBudget.CeilingRange;
import fr.passerelle.console.budget.BudgetPage.AidComparison;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.page.Templates;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayExamples;
import fr.passerelle.study.replay.ReplayManifest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class BudgetPageTest {

    private static final Plan DATED = plan(
            "1",
            List.of(year(2018, "15000.00"), year(2019, "40000.00"), year(2020, "35000.00")),
            "10000.00",
            null,
            "45000.00",
            "30000.00",
            "15000.00");
    private static final Plan UNDATED = plan("2", List.of(), "0.00", "9218.78", "31000.00", "21080.00", "10750.81");
    private static final Plan UNKNOWN = plan("3", List.of(), null, null, null, null, null);
    private static final Study<ReplayManifest> REPLAY = ReplayExamples.completed(Baremes.load("2018-01"));

    private final AidBudget budget = AidBudget.of(published(DATED, UNDATED, UNKNOWN));

    @Test
    void addsUpToTheCentEitherWay() {
        assertThat(budget.known().total()).isEqualByComparingTo("172049.59");
        assertThat(budget.departements().stream().map(BudgetRow::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(budget.known().total());
        assertThat(budget.years().values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .add(budget.undated().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .add(budget.known().withoutYear()))
                .isEqualByComparingTo(budget.known().total());
        assertThat(budget.undated())
                .containsExactly(new BigDecimal("31000.00"), new BigDecimal("21080.00"), new BigDecimal("10750.81"));
    }

    @Test
    void knowsWhetherThereIsAidToRunningDatedOrNot() {
        assertThat(budget.running()).isEqualByComparingTo("152830.81");
        assertThat(AidBudget.of(published(UNDATED)).running()).isPositive();
        assertThat(AidBudget.of(published(UNKNOWN)).running()).isZero();
    }

    @Test
    void keepsTheCeilingOfWhatNobodyCostedApartAndShowsAnUnknownLineAsUnknown() {
        assertThat(budget.unknown()).extracting(BudgetRow::siren).containsExactly("3");
        assertThat(budget.ceiling()).isEqualByComparingTo("115000.00");
        assertThat(budget.ranges()).extracting(CeilingRange::epcis).containsExactly(0, 1);
        assertThat(budget.epcis()).extracting(BudgetRow::siren).containsExactly("1", "2");
        assertThat(budget.epcis().getFirst().cells().get(1)).isNull();
        assertThat(budget.epcis().getLast().cells().getFirst()).isEqualByComparingTo("0.00");
        assertThat(budget.known().unknown()).isEqualTo(1);
    }

    @Test
    void addsUpCeilingsWhereATiersLieuIsProposedThenWhereNoneIs() {
        assertThat(CeilingRange.of(List.of(
                        BarePlan.of("1").setSiege(seat("A")).build(),
                        BarePlan.of("2").build(),
                        BarePlan.of("3").setSiege(seat("B")).build())))
                .containsExactly(
                        new CeilingRange(true, 2, new BigDecimal("230000.00")),
                        new CeilingRange(false, 1, new BigDecimal("115000.00")));
        assertThat(CeilingRange.of(List.of()))
                .containsExactly(
                        new CeilingRange(true, 0, BigDecimal.ZERO), new CeilingRange(false, 0, BigDecimal.ZERO));
    }

    @Test
    void comparesOnlyWhatBothHave() {
        var published = Map.of(
                "1", plan("1", List.of(), "8000.00", "0.00", "0.00", "0.00", "0.00"),
                "2", plan("2", List.of(), "5000.00", "0.00", "0.00", "0.00", "0.00"));
        var replayed = List.of(
                plan("1", List.of(), "6000.00", "0.00", "1000.00", "0.00", "0.00"),
                plan("9", List.of(), "700.00", "0.00", "0.00", "0.00", "0.00"));

        AidComparison comparison = AidComparison.of(published, REPLAY, replayed);

        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.total().difference()).isEqualByComparingTo("-1000.00");
        assertThat(comparison.lines().getFirst().difference()).isEqualByComparingTo("-2000.00");
        assertThat(comparison.epcis()).extracting(AidComparison.Pair::siren).containsExactly("1");
        assertThat(comparison.illustration()).isTrue();
    }

    @Test
    void listsNoEpciWhoseAidIsTheSame() {
        var plan = plan("1", List.of(), "8000.00", null, null, null, null);

        assertThat(AidComparison.of(Map.of("1", plan), REPLAY, List.of(plan)).epcis())
                .isEmpty();
    }

    @Test
    void saysWhatSessionsCostAndHowManyEtapesNobodyPays() throws Exception {
        Plan plan = BarePlan.of("1")
                .setRooms(List.of(room("A").build()))
                .setEtapes(2)
                .setSessionsAMonth(4)
                .setAnimateursEtp(new BigDecimal("0.345000"))
                .build();
        Conversion unpaid = etape("A", "A");
        unpaid.setPayeur(Payeur.A_TROUVER);
        PublishedResults published = published(List.of(plan), List.of(unpaid), List.of());

        BudgetPage.BudgetStudy study = new BudgetPage.BudgetStudy(
                AidBudget.of(published),
                AreaFigures.of(SynthesisArea.region(published), published),
                List.of(REPLAY),
                null);

        assertThat(Templates.show(
                                "budget/budget :: content",
                                "LECTEUR",
                                Map.of("page", study, "section", "budget", "run", published.run()))
                        .replaceAll("[\\u00a0\\u202f]", " "))
                .contains("<option value=\"" + REPLAY.id() + "\">" + REPLAY.id())
                .contains("2 étapes nomades demandent 0,3 temps plein d’animateur, de l’ordre de 12 000 € par an"
                        + " (à 35 000 € chacun : un choix du projet, pas un budget). Pour une, qui paiera reste à"
                        + " trouver.");
    }

    @Test
    void givesEachLineAColourInBothThemesThatNoProposalHas() throws IOException {
        List<String> lines = colours("budget.css", "--budget-[\\w-]+: (#[0-9a-f]{6});");
        List<String> proposals = colours("passerelle.css", "--[\\w-]+: (#[0-9a-f]{6});");

        assertThat(lines).hasSize(2 * AidLineName.values().length).doesNotHaveDuplicates();
        assertThat(proposals).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(lines);
        assertThat(read("js/budget.js")).contains("--budget-").doesNotContain("--tiers-lieu", "--etape", "--instruire");
    }

    private static List<String> colours(String sheet, String declared) throws IOException {
        return Pattern.compile(declared)
                .matcher(read("css/" + sheet))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource("static/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static BudgetAnnuel year(int year, String aid) {
        return new BudgetAnnuel(year, new BigDecimal(aid));
    }

    /** A plan whose lines of aid are these, in order; null where an amount is not known. */
    private static Plan plan(String siren, List<BudgetAnnuel> budget, @Nullable String... aids) {
        AidLineName[] names = AidLineName.values();
        List<AidLine> lines = IntStream.range(0, names.length)
                .mapToObj(i -> line(names[i], aids[i]))
                .toList();
        BigDecimal total = lines.stream()
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        return BarePlan.of(siren)
                .setAid(lines)
                .setAidTotal(total)
                .setLeftTotal(total)
                .setBudget(budget)
                .build();
    }

    private static AidLine line(AidLineName name, @Nullable String aid) {
        return BarePlan.aid(name, aid == null ? "COUT_INCONNU" : "TAUX")
                .setAid(aid == null ? null : new BigDecimal(aid))
                .build();
    }
}
