package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.bareme.BaremePages.BaremeSentences;
import fr.passerelle.console.bareme.BaremePages.IndicatorRule;
import fr.passerelle.console.bareme.BaremePages.ParameterGroup;
import fr.passerelle.console.bareme.BaremeRobustness.MarginCurve;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.Templates;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.sheets.french.ParameterLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told and drawn of a barème: its words, the curve of its margins, a scale with a value on it, and its sheet. */
class BaremeWordsTest {

    private static final Bareme BAREME = Baremes.load(Baremes.DEFAULT);

    @Test
    void namesEveryNumberOfTheBaremeInFrench() {
        assertThat(Parameters.of(BAREME).stream().map(Parameter::path))
                .noneMatch(path -> Codes.parametre(path).equals(path));
    }

    @Test
    void showsEveryNumberOnce() {
        long shown = ParameterGroup.of(BAREME).stream()
                        .mapToLong(group -> group.lines().size())
                        .sum()
                + IndicatorRule.of(BAREME).stream()
                        .mapToLong(rule -> 1 + rule.sources().size())
                        .sum();

        assertThat(shown).isEqualTo(Parameters.of(BAREME).size());
    }

    @Test
    void readsNumbersWithTheirUnitAndChoicesInWords() {
        assertThat(value("reglement.etude.taux")).startsWith("80");
        assertThat(value("jeu_de_regles.conversion.seances_maximum_par_mois")).isEqualTo("8 séances par mois");
        assertThat(value("reglement.recettes_deduites")).isEqualTo("non");
        assertThat(value("programmation.ouverture_par_defaut")).isEqualTo("01/09");
        assertThat(value("tournees.vacances_scolaires")).isEqualTo("maintenues");
        assertThat(value("tournees.journee.travail_par_semaine_minutes")).matches("2\\h100");
        assertThat(value("programmation.valeurs.PRECOCITE.niveaux.1.critere")).isEqualTo("mois d’ouverture");
    }

    @Test
    void definesAnIndicatorAndKeepsTheSourceOfEachPointOfItsScale() {
        IndicatorRule usage = IndicatorRule.of(BAREME).getFirst();

        assertThat(usage.rule().name()).isEqualTo(IndicateurName.USAGE);
        assertThat(PageFrench.INSTANCE.word("definition", usage.rule().name()))
                .matches("Présences par an ÷ habitants desservis.; .* des mois renseignés");
        assertThat(usage.sources().get(2)).contains("7 000 par an ÷ 49 128");
        assertThat(usage.picture().ticks())
                .extracting(ScalePicture.Tick::points)
                .containsExactly("0", "50", "80", "100");
    }

    @Test
    void saysWhatHoldsBackARoomAndNoRuleThatHoldsNothingBack() {
        assertThat(BaremeSentences.rules(BAREME))
                .anyMatch(said -> said.contains("moins de 6 sont renseignés"))
                .anyMatch(said -> said.contains("moins de 100 présences par an"));

        String none = BAREME.text()
                .replaceAll("(?m)^(?<key> +(?:mois_recents|presences)_minimum: [{]valeur: )[0-9]+", "${key}0");

        assertThat(BaremeSentences.rules(Baremes.read(none)))
                .anyMatch(said -> said.startsWith("Une salle est candidate"))
                .noneMatch(said -> said.contains("présences par an") || said.contains("douze derniers mois"));
    }

    @Test
    void saysTheAidToTheYearInWhichItEnds() {
        assertThat(BaremeSentences.aid(BAREME))
                .hasSize(3 + BAREME.reglement().fonctionnement().size())
                .noneMatch(said -> said.contains("{"))
                .last()
                .asString()
                .startsWith("À partir de l’année 4");
    }

    private static String value(String path) {
        return ParameterGroup.of(BAREME).stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> line.name().equals(Codes.parametre(path)))
                .map(ParameterLine::value)
                .collect(Collectors.joining());
    }

    @Test
    void stateWhatEachGroupOfNumbersIsAbout() {
        assertThat(ParameterGroup.of(Baremes.load(Baremes.DEFAULT)))
                .extracting(group -> "regles.groupe." + group.code())
                .isSubsetOf(Messages.keys("regles"));
    }

    private final BaremeRobustness robustness = BaremeRobustness.of(List.of(
            holding("1", new Marge("SEUIL", 50, 48, 52, 48, 52)),
            holding("2", new Marge("SEUIL", 50, 48, 52, 50, 52)),
            holding("3", new Marge("SEUIL", 50, 48, 52, 49, 51))));

    @Test
    void countsTheProposalsThatEachValueChangesWithinItsPlane() {
        MarginCurve curve = robustness.curves().getFirst();

        assertThat(curve.bars()).extracting(MarginCurve.Bar::flips).containsExactly(2L, 1L, 0L, 0L, 1L);
        assertThat(curve.hold()).isEqualTo(1);
        assertThat(curve.flipsBelow()).isEqualTo(2);
        assertThat(curve.flipsAbove()).isEqualTo(1);

        assertThat(robustness.curves().getFirst().bars().getFirst().y()).isEqualTo("22.0");
    }

    @Test
    void drawsWhatEachNumberChangesOverWhatWasTried() throws Exception {
        assertThat(Templates.page("bareme/robustesse", "LECTEUR", robustness))
                .contains("id=\"marge-SEUIL\"", "id=\"detail-SEUIL\"", "48 à 52", ">48</text>");
    }

    @Test
    void namesThoseThatDoNotHold() {
        assertThat(robustness.hold()).isEqualTo(1);
        assertThat(robustness.fragile())
                .extracting(margin -> margin.plan().getEpci())
                .containsExactly("2", "3");
    }

    /** An EPCI without a place to compare has no margin, and changes nothing. */
    @Test
    void tellsAnEmptyPictureFromOneThatShowsSomething() {
        BaremeRobustness still =
                BaremeRobustness.of(List.of(holding("1", new Marge("SEUIL", 50, 48, 52, 48, 52)), holding("2")));

        assertThat(robustness.curves()).allMatch(MarginCurve::moves);
        assertThat(still.curves()).hasSize(1).noneMatch(MarginCurve::moves);
    }

    private static Plan holding(String siren, Marge... marges) {
        return BarePlan.of(siren).setMarges(List.of(marges)).build();
    }

    private static final List<PointEchelle> SCALE = List.of(point("0", "20"), point("0.5", "100"));

    @Test
    void isFlatOutsideOfTheScale() {
        List<String> corners = List.of(picture(null, null).line().split(" ", -1));

        assertThat(corners).hasSize(4);
        assertThat(y(corners.get(0))).isEqualTo(y(corners.get(1)));
        assertThat(y(corners.get(2))).isEqualTo(y(corners.get(3))).isEqualTo("14.0");
    }

    @Test
    void putsAValueAtItsPointsOneFarOutsideAtTheEdgeAndNoneNowhere() {
        String x = picture(null, null).ticks().getLast().x();

        assertThat(picture("0.5", "100").mark()).isEqualTo(new ScalePicture.Mark(x, "14.0", ""));

        assertThat(picture("7", "100").mark()).isEqualTo(new ScalePicture.Mark("326.0", "14.0", "→"));

        assertThat(picture(null, null).mark()).isNull();
    }

    private static ScalePicture picture(@Nullable String value, @Nullable String points) {
        return ScalePicture.of(
                SCALE,
                Unite.PART,
                50,
                value == null ? null : new BigDecimal(value),
                points == null ? null : new BigDecimal(points));
    }

    private static String y(String corner) {
        return corner.substring(corner.indexOf(',') + 1);
    }

    private static PointEchelle point(String value, String points) {
        return new PointEchelle(new BigDecimal(value).setScale(6), new BigDecimal(points).setScale(6));
    }

    private final Document sheet =
            SheetMarkdown.read(AlgorithmSheet.of(Baremes.load(Baremes.DEFAULT), new Mention("Le | service", "1 rue")));

    @Test
    void readsThePublishedSheetWhole() {
        assertThat(sheet.title()).startsWith("Fiche de l'algorithme");
        assertThat(sheet.blocks())
                .hasAtLeastOneElementOfType(Block.Heading.class)
                .hasAtLeastOneElementOfType(Block.Paragraph.class)
                .hasAtLeastOneElementOfType(Block.Items.class)
                .hasAtLeastOneElementOfType(Block.Grid.class);
        assertThat(sheet.asText()).doesNotContain("**", "`");
    }

    @Test
    void takesAnItemThatGoesOnAsOneAndKeepsABarInsideOfItsCell() {
        Document list = SheetMarkdown.read("- Les registres sont\n  déclaratifs.\n- Les distances sont mesurées.\n");

        assertThat(list.blocks())
                .containsExactly(
                        new Block.Items(List.of("Les registres sont déclaratifs.", "Les distances sont mesurées.")));

        assertThat(tables().flatMap(table -> table.rows().stream()))
                .contains(List.of("Service à qui s'adresser", "Le | service"));
    }

    @Test
    void givesEveryRowAsManyCellsAsItsHeader() {
        assertThat(tables())
                .isNotEmpty()
                .allMatch(table -> table.rows().stream()
                        .allMatch(row -> row.size() == table.header().size()));
        assertThat(tables().filter(table -> table.caption().startsWith("Paramètres"))
                        .findFirst())
                .hasValueSatisfying(
                        table -> assertThat(table.rows()).hasSameSizeAs(Parameters.of(Baremes.load(Baremes.DEFAULT))));
    }

    private Stream<Block.Grid> tables() {
        return sheet.blocks().stream().filter(Block.Grid.class::isInstance).map(Block.Grid.class::cast);
    }
}
