package fr.passerelle.sheets.explanation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.AnyFacts;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.explanation.EveryValue;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.explanation.reevaluation.Findings.Disagreement;
import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which check of the re-evaluation notices which value of a result: each value of results of many kinds becomes another, one at a time, and
 * the table {@code watched-values.txt} says all that disagrees then. A check that looks at less than before changes the table; rewrite it
 * with {@code -Dpasserelle.rewrite=true} and read the difference.
 */
class WatchedValuesTest {

    private static final String TABLE = "watched-values.txt";
    private static final int EPCIS = 8;
    private static final List<EtudeState> STUDIES = List.of(EtudeState.values());

    /** Values of one name that are altered in one result. */
    private static final int A_NAME = 3;

    private static final Map<String, String> BAREMES = Map.of(
            "assiette_investissement", "FORFAIT",
            "assiette_investissement ", "MINIMUM",
            "recettes_deduites", "true",
            "participation_minimale", "0.30",
            "annees", "CIVILE",
            "etude_prealable", "true",
            "plafond_porte_sur", "COUT",
            "plafond_porte_sur ", "AIDE");

    /** Made once: the rules, with their counterfactuals, take far longer than the re-evaluation. */
    private static final List<Dossier> DOSSIERS = dossiers();

    @Test
    void noticesWhatItNoticedBefore() throws IOException {
        SortedMap<String, SortedSet<String>> noticed = new TreeMap<>();
        DOSSIERS.forEach(dossier -> alter(dossier, noticed));

        String table = noticed.entrySet().stream()
                .filter(row -> !row.getValue().isEmpty())
                .map(row -> row.getKey() + " : " + String.join(", ", row.getValue()) + "\n")
                .collect(Collectors.joining());

        if (Boolean.getBoolean("passerelle.rewrite")) {
            Files.writeString(source(), table);
        }
        assertThat(table).isEqualTo(expected());
    }

    private static void alter(Dossier dossier, SortedMap<String, SortedSet<String>> noticed) {
        assertThat(again(dossier)).isEmpty();
        Stream.of(
                        EveryValue.of("plan", List.of(dossier.plan())),
                        EveryValue.of("conversion", dossier.conversions()),
                        EveryValue.of("score", dossier.scores()))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(EveryValue.Value::name))
                .values()
                .stream()
                .flatMap(alike -> alike.stream().limit(A_NAME))
                .forEach(value -> value.whileAnother(() -> again(dossier).stream()
                        .map(Disagreement::what)
                        .forEach(noticed.computeIfAbsent(value.name(), name -> new TreeSet<>())::add)));
    }

    private static List<Disagreement> again(Dossier dossier) {
        return Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores());
    }

    /** One of a known shape, then random ones of fixed seeds, each under a barème of its own and with a project of its own. */
    private static List<Dossier> dossiers() {
        List<Bareme> baremes = BAREMES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> bareme(one.getKey().strip(), one.getValue()))
                .toList();
        Stream<Dossier> any = Stream.iterate(0, i -> i < EPCIS, i -> i + 1)
                .map(i -> dossier(new Random(i), baremes.get(i % baremes.size()), i));
        return Stream.concat(Stream.of(WholeExplanationTest.dossier()), any).toList();
    }

    private static Dossier dossier(Random random, Bareme bareme, int kind) {
        EpciFacts any = new AnyFacts(random).facts();
        EpciFacts facts = new EpciFacts(
                any.siren(),
                EpciDescribed.newBuilder(Facts.epci())
                        .setIntercommunalite(project(kind))
                        .build(),
                any.rooms(),
                any.sites(),
                any.decisions());
        EpciResults results = EpciResults.of(facts, Facts.AS_OF, bareme);
        return new Dossier(results.plan().orElseThrow(), results.conversions(), results.scores());
    }

    private static Intercommunalite project(int kind) {
        return Intercommunalite.newBuilder()
                .setEtude(STUDIES.get(kind % STUDIES.size()))
                .setCostEtude(new BigDecimal("12500.00"))
                .setCostInvestissement(new BigDecimal(kind % 3 == 0 ? "18437.55" : "48000.00"))
                .setCostAnimation1(new BigDecimal("41333.33"))
                .setCostAnimation2(new BigDecimal("72000.00"))
                .setCostAnimation3(kind % 5 == 4 ? null : new BigDecimal("43003.22"))
                .setCostAnimation4(new BigDecimal("40000.00"))
                .setReceipts(new BigDecimal("1500.00"))
                .setOtherPublicAid(new BigDecimal("12000.00"))
                .setExistingTiersLieu(kind % 7 == 6 ? "Le Lieu" : null)
                .setOpening(kind % 4 == 3 ? null : LocalDate.of(2018, 9, 1))
                .setFunctionsWanted(List.of())
                .build();
    }

    private static Bareme bareme(String parameter, String value) {
        String before = parameter + ": {valeur: ";
        return Baremes.read(
                Baremes.load("2017-05").text().replaceFirst(Pattern.quote(before) + "[^,]+", before + value));
    }

    private static String expected() throws IOException {
        try (InputStream in = Objects.requireNonNull(WatchedValuesTest.class.getResourceAsStream(TABLE), TABLE)) {
            return Boolean.getBoolean("passerelle.rewrite")
                    ? Files.readString(source())
                    : new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Path source() {
        return Path.of(
                System.getProperty("passerelle.root"),
                "sheets/src/test/resources/fr/passerelle/sheets/explanation",
                TABLE);
    }

    private final Dossier dossier = WholeExplanationTest.dossier();

    @Test
    void followsFromItsOwnTrace() {
        assertThat(Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores()))
                .isEmpty();
    }

    @Test
    void followsNoLongerOnceAnyOneValueIsAnother() {
        List<EveryValue.Value> values = EveryValue.held(dossier.plan(), dossier.conversions(), dossier.scores());

        assertThat(values)
                .hasSizeGreaterThan(100)
                .allSatisfy(value -> value.whileAnother(
                        () -> assertThat(Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores()))
                                .as("%s", value)
                                .isNotEmpty()));
    }
}
