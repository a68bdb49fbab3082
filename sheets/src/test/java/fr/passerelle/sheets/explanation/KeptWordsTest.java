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
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.explanation.MaireText.EtapesPart;
import fr.passerelle.sheets.explanation.RoomText.SiteText;
import fr.passerelle.sheets.form.Document.WordCount;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text never loses, however much there is to say (RULES 6). */
class KeptWordsTest {

    @Test
    void keepsTheSeatItsMoneyItsFallAndWhatIsMissing() {
        String text = MaireText.of(crowded(Fictitious.a()));

        assertThat(WordCount.count(text)).isLessThan(MaireText.LIMIT);
        assertThat(Reading.plain(text))
                .contains("La Région vous propose d’étudier un tiers lieu numérique à Bourg-A.")
                .contains("ne dépasserait pas 115 000 €", "ce qui resterait à votre charge")
                .contains("le fonctionnement est à votre charge")
                .contains("90,5 % des habitants", "contre 91,0 % aujourd’hui : cette baisse doit être motivée")
                .contains("Pourquoi ici et pas à Ville-A : trois fonctions y sont confirmées, contre deux.")
                .contains("registre est rempli 22 mois sur 24", "Reste à vérifier : le fablab")
                .contains("L’explication en deux pages dit le reste.");
    }

    @Test
    void keepsThatThereIsNoSeatWhatAStudyCostsAndWhichRoomsLackData() {
        String text = Reading.plain(MaireText.of(MaireTextTest.costly(crowded(Fictitious.b()))));

        assertThat(WordCount.count(text)).isLessThan(MaireText.LIMIT);
        assertThat(text)
                .contains("Aucune salle n’est proposée")
                .contains("80 % d’une étude, dans la limite de 10 000 € ; le reste est à votre charge")
                .contains("90,5 % des habitants", "contre 91,0 % aujourd’hui")
                .contains("une sans assez de mois renseignés")
                .contains("qui paiera l’animation, de l’ordre de 12 000 € par an, reste à trouver");
    }

    /** Who pays and what, a choice among many places, gaps, a fall: all that is kept at once. */
    @ParameterizedTest
    @CsvSource({"A_TROUVER, , qui paiera", "NOMME, 200000001, vous paieriez", "NOMME, 246000582, C’est à vous"})
    void staysShortWhereEverythingThatIsKeptIsThere(Payeur payer, @Nullable String siren, String kept) {
        Dossier b = MaireTextTest.costly(crowded(Fictitious.b()));
        b.plan()
                .setExAequo(Stream.of("Un", "Deux", "Trois", "Quatre", "Cinq", "Six")
                        .map(name ->
                                new Siege(SiegeKind.SALLE, "X-" + name, "Salle", name, "Saint-" + name + " le Sec"))
                        .toList());
        b.conversions().forEach(etape -> {
            etape.setProvisoire(true);
            etape.setPayeur(payer);
            etape.setPayeurSiren(siren);
        });
        Dossier named = new Dossier(
                b.plan(), b.conversions(), b.scores(), Map.of("246000582", "CA de la Baie et du Val de la Somme"));

        String text = MaireText.of(named);

        assertThat(WordCount.count(text)).isLessThan(MaireText.LIMIT);
        assertThat(Reading.plain(text))
                .contains(kept, "C’est à vous de choisir", "cette baisse doit être motivée", "examiner ce dossier");
    }

    @Test
    void losesTheListOfEtapesBeforeTheChangesAndTheChangesBeforeTheUse() {
        List<Integer> ranks = Stream.of(
                        new EtapesPart(
                                        crowded(Fictitious.a()),
                                        Naming.of(Fictitious.a().plan()))
                                .sentences(),
                        new ChangePart(
                                        crowded(Fictitious.a()),
                                        Naming.of(Fictitious.a().plan()))
                                .sentences(),
                        Stream.of(ScoreFigures.use(Fictitious.a().scores().getFirst())))
                .map(sentences -> sentences.findFirst().orElseThrow().rank())
                .toList();

        assertThat(ranks).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FONCTIONS_VOULUES | 2 | 0 | deux fonctions que vous souhaitez y sont confirmées, contre aucune.
        FONCTIONS_CONFIRMEES | 1 | 0 | une fonction y est confirmée, contre aucune.
        POPULATION | 12340 | 7900 | 12 340 habitants à 10 km au plus, contre 7 900 habitants.
        NOTE | 68 | 52 | note de 68 points, contre 52 points.
        """)
    void saysWhyHereAndNotAtTheNextPlaceWithBothFigures(String criterion, int first, int second, String said) {
        Dossier a = Fictitious.a();
        a.plan().setTrace(List.of(separated(criterion, first, second)));

        List<String> told = SeatPart.precedence(a, Naming.of(a.plan()))
                .map(sentence -> Reading.plain(sentence.text()))
                .toList();

        assertThat(told).containsExactly("Pourquoi ici et pas à Ville-A : " + said);
    }

    /** A site may have the identifier of a room: they come from two files. */
    @Test
    void takesNoRoomForTheSiteOfItsName() {
        Dossier a = Fictitious.a();
        RegleEssayee step = separated("POPULATION", 12_340, 7_900);
        step.getOperands().stream()
                .filter(operand -> operand.getName().equals("lieu_2"))
                .forEach(operand -> operand.setText("site:A-2"));
        a.plan().setTrace(List.of(step));

        assertThat(SeatPart.precedence(a, Naming.of(a.plan())))
                .singleElement()
                .extracting(Sentence::text)
                .asString()
                .doesNotContain("Ville-A");
    }

    @Test
    void saysNothingOfANextPlaceWhereThereIsNone() {
        Dossier a = Fictitious.a();
        a.plan()
                .setTrace(List.of(Steps.decided(
                        Rule.ORDRE_DES_CANDIDATES,
                        "epci:" + Fictitious.SIREN,
                        "SEULE_CANDIDATE",
                        Steps.whole("candidates", 1, Unite.LIEUX))));

        assertThat(SeatPart.precedence(a, Naming.of(a.plan()))).isEmpty();
    }

    /** Everything that a plan may carry at once. */
    private static Dossier crowded(Dossier dossier) {
        List<RegleEssayee> trace = new ArrayList<>(dossier.plan().getTrace());
        trace.add(separated("FONCTIONS_CONFIRMEES", 3, 2));
        trace.add(Steps.passed(
                Rule.PROXIMITE, "epci:" + Fictitious.SIREN, "OUI", Steps.whole("rayon", 5_000, Unite.METRES)));
        dossier.plan().setTrace(trace);
        dossier.plan().setPopulation(10_000);
        dossier.plan().setProximiteToday(9_100);
        dossier.plan().setProximiteProposed(9_050);
        dossier.plan().setFlags(List.of("EXAMEN_HUMAIN", "PARTIAL_RETURN", "SINGLE_SOURCE_SHIFT"));
        dossier.plan().setConflits(List.of(new Conflit("TIERS_LIEUX_MULTIPLES", List.of("1"), List.of("a"))));
        dossier.plan()
                .setEcarts(List.of(
                        new Ecart("TIERS_LIEU", "room:X", null, "17-1"),
                        new Ecart("AIDE_TOTALE", "90000.00", "80000.00", "17-1"),
                        new Ecart("TIERS_LIEU", "room:Y", null, "18-2"),
                        new Ecart("AIDE_TOTALE", "70000.00", "80000.00", "18-2")));
        dossier.plan().setContrefactuels(List.of(change("A-1"), change("B-1"), change("A-2")));
        List<Conversion> conversions = new ArrayList<>(dossier.conversions());
        IntStream.range(0, 9).forEach(i -> conversions.add(Fictitious.etape("R-" + i, "Commune-" + i, 3)));
        return new Dossier(dossier.plan(), conversions, dossier.scores());
    }

    private static RegleEssayee separated(String criterion, int first, int second) {
        Rule rule = criterion.equals("NOTE") ? Rule.EX_AEQUO : Rule.ORDRE_DES_CANDIDATES;
        String figure = criterion.toLowerCase(Locale.ROOT);
        return Steps.decided(
                rule,
                "epci:" + Fictitious.SIREN,
                criterion,
                Stream.of(
                                Steps.text("lieu_1", "room:A-1", Unite.CODE),
                                Steps.whole(figure + "_1", first, Unite.FONCTIONS),
                                Steps.text("lieu_2", "room:A-2", Unite.CODE),
                                Steps.whole(figure + "_2", second, Unite.FONCTIONS),
                                Steps.whole("rayon_population", 10_000, Unite.METRES))
                        .toArray(Operande[]::new));
    }

    private static Contrefactuel change(String room) {
        Contrefactuel change = Fictitious.change("room:" + room, 120, null);
        change.setAfter(Candidature.EX_AEQUO);
        return change;
    }

    private static final int CASES = 60;
    private static final List<String> NAMES =
            List.of("Salle S-1", "Salle S-2", "Salle S-3", "Salle S-4", "Lieu L-1", "Lieu L-2", "A", "B", "C", "D");

    @RepeatedTest(CASES)
    void readWellWhateverTheFacts(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciResults results =
                EpciResults.of(new AnyFacts(random).facts(), YearMonth.of(2017, 10), Baremes.load(Baremes.DEFAULT));

        Dossier dossier = new Dossier(results.plan().orElseThrow(), results.conversions(), results.scores());

        Reading.isFit(MaireText.of(dossier), NAMES);
        assertThat(WordCount.count(LegalDocument.pages(dossier, Fictitious.ORIGIN)))
                .isLessThan(LegalDocument.LIMIT);
        assertThat(LegalDocument.of(dossier, Fictitious.ORIGIN).asText())
                .doesNotContainPattern("\\b(?:room|site|epci|place|commune):")
                .doesNotContainPattern("\\b[A-Z]{2,}_[A-Z_]+\\b");
        dossier.plan().getRooms().forEach(room -> Reading.isFit(RoomText.of(dossier, room.getRoomId()), NAMES));
        dossier.plan().getCandidates().stream()
                .map(Concurrent::getSiege)
                .filter(siege -> siege.getKind() == SiegeKind.SITE)
                .forEach(site -> Reading.isFit(SiteText.of(dossier, site.getId()), NAMES));
    }

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
        try (InputStream in = Objects.requireNonNull(KeptWordsTest.class.getResourceAsStream(TABLE), TABLE)) {
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
        assertThat(EveryValue.held(dossier.plan(), dossier.conversions(), dossier.scores()))
                .hasSizeGreaterThan(100)
                .allSatisfy(value -> value.whileAnother(
                        () -> assertThat(Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores()))
                                .as("%s", value)
                                .isNotEmpty()));
    }
}
