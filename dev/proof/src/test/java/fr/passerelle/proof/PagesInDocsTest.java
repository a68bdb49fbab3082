package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.api.AsyncApi;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import fr.passerelle.sheets.french.Mention;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the pages of the docs that the code gives to the code: the AsyncAPI document, also to itself, the sheet of the algorithm, and the numbers that docs/rules.md gives to the barème that it gives them of. */
class PagesInDocsTest {

    private static final String PAGE = "docs/asyncapi.yaml";
    private static final Topics TOPICS = new Topics(Topics.LIVE);

    @Test
    void holdWhatTheCatalogueGives() {
        Tree.hold(PAGE, AsyncApi.yaml(TOPICS));
    }

    @Test
    void pointOnlyToWhatTheyHold() {
        JsonNode document = Tree.yaml(PAGE);

        assertThat(Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                        .matcher(document.toString())
                        .results()
                        .map(reference -> reference.group(1)))
                .hasSizeGreaterThan(30)
                .allSatisfy(pointer -> assertThat(document.at(pointer).isMissingNode())
                        .as(pointer)
                        .isFalse());
    }

    @Test
    void giveEachRecordOfEachTopicItsOwnSchema() {
        JsonNode document = Tree.yaml(PAGE);

        assertThat(TOPICS.typed()).allSatisfy(topic -> {
            JsonNode channel = document.at("/channels/" + topic.name().substring("passerelle.".length()));
            assertThat(channel.get("address").asString()).isEqualTo(topic.name());
            assertThat(topic.records()).allSatisfy(record -> {
                assertThat(channel.get("messages").has(record.getName())).isTrue();
                JsonNode payload = document.at("/components/messages/" + record.getName() + "/payload/schema");
                assertThat(new Schema.Parser().parse(payload.toString())).isEqualTo(record);
            });
        });
    }

    @Test
    void holdTheSheetThatTheCommandGives() {
        Tree.hold(
                "docs/algorithme.md",
                AlgorithmSheet.of(
                        Baremes.load(Baremes.DEFAULT),
                        new Mention(
                                "à préciser (clé passerelle.mention.service)",
                                "à préciser (clé passerelle.mention.adresse)")));
    }

    private static final Reglement AID = Baremes.load("2017-05").reglement();
    private static final JeuDeRegles SCORES = Baremes.load("2017-05").jeuDeRegles();
    private static final ConversionRule CONVERSION = SCORES.conversion();
    /** As one line: where it is wrapped says nothing. */
    private static final String RULES =
            Tree.read(Tree.root().resolve("docs/rules.md")).replaceAll("\\s+", " ");

    @Test
    void givesTheWeightsAndScalesOfTheScore() {
        assertThat(SCORES.indicateurs())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(RULES)
                        .containsPattern(say(
                                "\\| %s \\| %d \\| [^|]* \\| [^|]* \\| %s \\|",
                                rule.name(), rule.weight(), scale(rule))));
    }

    @Test
    void givesTheThresholdsOfTheScore() {
        Fenetre window = SCORES.fenetre();

        assertThat(RULES)
                .contains(
                        say("The window is the %d complete months", window.months()),
                        say("The threshold is %d.", SCORES.threshold()),
                        say("With less than %s of its open months", window.minimumObservedShare()),
                        say("nearest group within %,d m", window.populationRadiusMetres()),
                        say(
                                "under %d such months, or under %d presences",
                                window.tendanceMinimumMonths(), window.tendanceMinimumPresences()),
                        say(
                                "MOYEN from %s %%, ELEVE from %s %%",
                                SCORES.besoin().moyenFrom(), SCORES.besoin().eleveFrom()),
                        say("within %s %%, before", percent(SCORES.robustesse().margin())));
    }

    @Test
    void givesTheThresholdsOfTheFlags() {
        Signalements flags = SCORES.signalements();

        assertThat(RULES)
                .contains(
                        say("%d consecutive equal months of %d presences", flags.sampleMonths(), flags.sampleLeast()),
                        say(
                                "medians of %d months on both sides differ by a factor of %d, the greater of %d or",
                                flags.breakMonths(), flags.breakFactor(), flags.breakLeast()),
                        say("under %s %% are observed", percent(flags.partialReturnShare())),
                        say("by more than %s points", percent(flags.singleSourceShift())),
                        say("fewer are observed than %d, or", flags.recentMonthsLeast()),
                        say("(under %d presences a year", flags.presencesLeast()));
    }

    @Test
    void givesTheNumbersOfTheConversion() {
        assertThat(RULES)
                .contains(
                        say(
                                "| COWORKING | %s m², %s Mbit/s measured",
                                CONVERSION.functions().coworkingSurface(),
                                CONVERSION.functions().coworkingMbits()),
                        say("| FABLAB | %s m²", CONVERSION.functions().fablabSurface()),
                        say("animateur of %s ETP", CONVERSION.functions().accompagnementEtp()),
                        say("fewer than %d functions confirmed", CONVERSION.minimumFunctions()),
                        say("`tiers_lieux_maximum` is %d", CONVERSION.maxTiersLieux()),
                        say(
                                "within %,d m of the place's commune in whole steps of %,d",
                                CONVERSION.populationRadiusMetres(), CONVERSION.populationStep()),
                        say("nearest of the EPCI within %,d m", CONVERSION.hostRadiusMetres()),
                        say("lies within %,d m (centroids)", CONVERSION.proximityRadiusMetres()));
    }

    @Test
    void givesTheNumbersOfTheSessions() {
        assertThat(RULES)
                .contains(
                        SCORES.besoin().sessionFloors().stream()
                                .map(floor -> floor.besoin() + " " + floor.sessionsAMonth())
                                .collect(Collectors.joining(", ", "(", ")")),
                        say("(a group of %d × %d h)", CONVERSION.groupSize(), CONVERSION.sessionHours()),
                        say("has %s h for each of its presences", CONVERSION.presenceHours()),
                        say("over %d sessions a month", CONVERSION.maxSessionsAMonth()),
                        say(
                                "sessions a month × %s h ÷ (%,d h × %s %% ÷ 12)",
                                CONVERSION.animateur().hoursASession(),
                                CONVERSION.animateur().hoursAYear(),
                                percent(CONVERSION.animateur().sessionShare())));
    }

    @Test
    void givesTheRatesAndCeilingsOfTheAid() {
        List<Taux> years = AID.fonctionnement();
        Assiette investment = AID.investissement();
        BigDecimal most = Stream.concat(Stream.of(AID.etude()), years.stream())
                .map(Taux::ceiling)
                .reduce(investment.base().multiply(investment.rate()), BigDecimal::add);

        assertThat(RULES)
                .contains(
                        "| étude | " + told(AID.etude()),
                        say(
                                "| investissement | %s %% | of a base of %s |",
                                percent(investment.rate()), euros(investment.base())),
                        say("theoretical ceiling of an EPCI, %s, is", euros(most)))
                .contains(IntStream.rangeClosed(1, years.size())
                        .mapToObj(year -> say("year %d | %s", year, told(years.get(year - 1))))
                        .toList());
    }

    private static String told(Taux taux) {
        return say("%s %% | aid up to %s |", percent(taux.rate()), euros(taux.ceiling()));
    }

    private static String scale(IndicateurRule rule) {
        return rule.scale().stream()
                .map(point -> point.value().toPlainString().replace('-', '−') + "→" + point.points())
                .collect(Collectors.joining(", "));
    }

    private static String say(String form, Object... numbers) {
        return String.format(Locale.ROOT, form, numbers);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String euros(BigDecimal amount) {
        return say("%,d", amount.longValueExact());
    }
}
