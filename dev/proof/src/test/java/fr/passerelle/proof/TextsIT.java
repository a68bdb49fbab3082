package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Terminal.plain;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.act.ActDraft;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Fictitious;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.explanation.MaireText;
import fr.passerelle.sheets.explanation.RoomText;
import fr.passerelle.sheets.explanation.SeatPart.SeatPrecedence;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Document.WordCount;
import fr.passerelle.sheets.form.PdfUa;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every text of the demonstration, read whole, its command, and its documents, judged as PDFs and marked as drafts. */
@Story
class TextsIT {

    private static final String EXERCISE = "Exercice sur des données reconstituées";

    private static final String[] CONCLUSIONS = {
        "La Région vous propose d’étudier un tiers lieu",
        "Votre étude est remise : la Région vous propose d’ouvrir un tiers lieu",
        "Vous avez refusé l’étude : la Région vous propose un tiers lieu",
        "Aucun tiers lieu n’est proposé",
        "Aucune salle n’est proposée",
        "aucun autre n’est proposé"
    };

    private static final String FALL =
            "\\d+(,\\d)? % des habitants seraient .* contre \\d+(,\\d)? % aujourd’hui : cette baisse doit être motivée";

    private static final ActOrigin EXERCISE_ORIGIN = new ActOrigin("N-000001", "2017-05", true, EXERCISE, List.of());

    @AutoClose
    private final Deployment system = Deployments.demonstration();

    private final Proposals proposals = Deployments.results(system).proposals();

    @Test
    void everyTextOfAnEpciIsShortFrenchAndWithoutACode() {
        assertThat(proposals.plans())
                .isNotEmpty()
                .allSatisfy((siren, plan) -> read(MaireText.of(dossier(siren)), plan));
    }

    @Test
    void noTextOfAnEpciLosesWhatItMayNot() {
        assertThat(proposals.plans()).allSatisfy((siren, plan) -> {
            String text = plain(MaireText.of(dossier(siren)));
            assertThat(text).containsAnyOf(CONCLUSIONS).contains("à votre charge");
            assertThat(amounts(plan)).allSatisfy(amount -> assertThat(text).contains(amount));
            if (plan.getProximiteProposed() < plan.getProximiteToday()) {
                assertThat(text).containsPattern(FALL);
            }
            assertThat(SeatPrecedence.of(plan).isPresent()).isEqualTo(hasASecond(plan));
            assertThat(text.contains("Pourquoi ici et pas ")).isEqualTo(hasASecond(plan));
            assertThat(missing(plan)).allSatisfy(words -> assertThat(text).containsPattern(words));
        });
    }

    @Test
    void everyExplanationIsTwoPagesThenAnnexes() {
        assertThat(proposals.plans()).allSatisfy((siren, plan) -> {
            two(
                    LegalDocument.pages(dossier(siren), Fictitious.ORIGIN),
                    LegalDocument.of(dossier(siren), Fictitious.ORIGIN));
            assertThat(plan.getRooms())
                    .extracting(PlanRoom::getRoomId)
                    .allSatisfy(room -> two(
                            LegalDocument.pagesOfRoom(dossier(siren), room, Fictitious.ORIGIN),
                            LegalDocument.ofRoom(dossier(siren), room, Fictitious.ORIGIN)));
        });
    }

    /** How long they are, as docs/decisions/0042 says that they were measured. */
    @Test
    void areAsLongAsTheDecisionSays() {
        assertThat(Tree.read(Tree.root().resolve("docs/decisions/0042-texts.md")))
                .contains(
                        words(siren -> WordCount.count(MaireText.of(dossier(siren)))),
                        words(siren -> WordCount.count(LegalDocument.pages(dossier(siren), Fictitious.ORIGIN))),
                        words(siren -> WordCount.count(LegalDocument.of(dossier(siren), Fictitious.ORIGIN))));
    }

    /** The least, the median and the most, as the last cell of a row. */
    private String words(ToIntFunction<String> count) {
        int[] counts =
                proposals.plans().keySet().stream().mapToInt(count).sorted().toArray();
        return "| %,d, %,d, %,d |\n".formatted(counts[0], counts[counts.length / 2], counts[counts.length - 1]);
    }

    @Test
    void everyTextOfARoomIsToo() {
        assertThat(proposals.plans())
                .allSatisfy((siren, plan) -> assertThat(plan.getRooms())
                        .allSatisfy(room -> read(RoomText.of(dossier(siren), room.getRoomId()), plan)));
    }

    @Test
    void explainsAnEpciInEveryForm() {
        String siren = proposals.plans().firstKey();

        assertThat(said(system, "explain %s", siren).replace('\n', ' '))
                .contains("situation au 31 octobre 2017", EXERCISE);
        assertThat(said(system, "explain %s --html --legal", siren))
                .contains("<html lang=\"fr\">", "<th scope=\"col\">", EXERCISE)
                .doesNotContain("<script");
        JsonNode json = json(system, "explain %s --json", siren);
        assertThat(json.get("texte").asString()).contains("situation au");
        assertThat(json.get("trace").size()).isPositive();
    }

    @Test
    void namesWhatIsNearWhenItKnowsNoSuchSubject() {
        assertThat(refused(system, 2, "explain château")).contains("« château » n'est ni une salle", "Château");
    }

    /** An explanation begins with its two pages, which hold the four parts of article R311-3-1-2 and send nobody elsewhere. */
    private static void two(Document pages, Document whole) {
        assertThat(WordCount.count(pages)).as(pages.title()).isLessThan(LegalDocument.LIMIT);
        assertThat(whole.blocks()).startsWith(pages.blocks().toArray(Block[]::new));
        assertThat(pages.asText())
                .contains("Degré et mode de contribution", "Données traitées et leurs sources")
                .contains("Paramètres du traitement et leur pondération", "Opérations effectuées")
                .doesNotContain("explication complète", "'");
        assertThat(whole.blocks().get(pages.blocks().size()))
                .isInstanceOfSatisfying(
                        Block.Heading.class,
                        heading -> assertThat(Block.isAnnex(heading.text())).isTrue());
    }

    private static boolean hasASecond(Plan plan) {
        return plan.getSiege() != null
                && plan.getCandidates().stream()
                                .filter(place -> place.getRank() != null)
                                .count()
                        > 1;
    }

    /** Those that a seat costs, as the text writes them. */
    private static List<String> amounts(Plan plan) {
        return plan.getSiege() == null
                ? List.of()
                : Stream.of(plan.getAidTotal(), plan.getLeftTotal(), plan.getYear4Cost())
                        .filter(Objects::nonNull)
                        .map(TextsIT::euros)
                        .toList();
    }

    private static String euros(BigDecimal amount) {
        String written = FrenchNumbers.amount(amount);
        return plain(written.endsWith(",00") ? written.substring(0, written.length() - 3) : written) + " €";
    }

    /** Patterns of what is missing, each of which the text holds. */
    private List<String> missing(Plan plan) {
        Siege seat = plan.getSiege();
        if (seat == null) {
            return plan.getExistingTiersLieu() == null && plan.getDonneesInsuffisantes() > 0
                    ? List.of("sans assez de mois renseignés|nous ne concluons pas")
                    : List.of();
        }
        boolean unsure = plan.getCandidates().stream()
                .filter(place -> place.getSiege().equals(seat))
                .flatMap(place -> place.getFonctions().stream())
                .anyMatch(function -> function.getDisponibilite() == Disponibilite.A_VERIFIER);
        boolean costs =
                plan.getAid().stream().anyMatch(line -> line.getDecidedBy().equals("COUT_INCONNU"));
        return Stream.of(
                        seat.getKind() == SiegeKind.SALLE ? "rempli \\d+ mois sur \\d+" : "",
                        unsure ? "à vérifier : " : "",
                        costs ? "coûts manquent|n’est pas connu" : "")
                .toList();
    }

    private Dossier dossier(String siren) {
        return Dossier.of(proposals, siren).orElseThrow();
    }

    private void read(String text, Plan plan) {
        String bare = withoutNames(text, plan);
        assertThat(WordCount.count(text)).as(text).isLessThan(MaireText.LIMIT);
        assertThat(bare)
                .doesNotContainPattern("[A-Z]{2,}_[A-Z]|\\b[A-Z]{4,}\\b|\\b[A-Z]+-\\d")
                .doesNotContainPattern("\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b")
                .doesNotContainPattern("  |\\bnull\\b|[{}]")
                .doesNotContainPattern("\\b(?:de|le|la|que) [aeiouéèêAEIOUÉÈ]")
                .doesNotContainPattern("(?<![\\d\u202f])[01][ \u00a0](?!mois)\\p{L}+s\\b");
    }

    private static String withoutNames(String text, Plan plan) {
        return Stream.concat(
                        plan.getRooms().stream().flatMap(TextsIT::names),
                        Stream.of(plan.getName(), Objects.requireNonNullElse(plan.getExistingTiersLieu(), "")))
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(text.replaceAll("«[^»]*»", "«»"), (rest, name) -> rest.replace(name, "Ham"));
    }

    private static Stream<String> names(PlanRoom room) {
        return Stream.of(room.getName(), Objects.requireNonNullElse(room.getCommune(), ""));
    }

    @Test
    @Tag("proof")
    void explainsInAFileToTakeAway(@TempDir Path folder) throws IOException {
        String siren = proposals.plans().firstKey();
        Path pdf = folder.resolve("explication.pdf");
        Path odt = folder.resolve("explication.odt");

        assertThat(said(system, "explain %s --legal --pdf %s", siren, pdf)).contains("Écrit", "explication.pdf");
        said(system, "explain %s --legal --odt %s", siren, odt);

        PdfUa.isMet(Files.readAllBytes(pdf));
        assertThat(Files.size(odt)).isPositive();
        Program again = system.batch("explain", siren, "--odt", odt.toString());
        assertThat(again.end()).isNotZero();
        assertThat(again.errors()).contains("il existe déjà");
    }

    @Test
    @Tag("proof")
    void theTwoPagesAreTwoSidesOfA4() throws IOException {
        for (String siren : proposals.plans().keySet()) {
            try (PDDocument pdf = Loader.loadPDF(
                    LegalDocument.pages(dossier(siren), Fictitious.ORIGIN).asPdf(EXERCISE))) {
                assertThat(pdf.getNumberOfPages()).as(siren).isLessThanOrEqualTo(2);
            }
        }
    }

    /** One of each kind of conclusion: what a page gives of two EPCIs of one kind differs by its words alone. */
    @Test
    @Tag("proof")
    void whatAPageGivesIsAPdfThatEverybodyReads() {
        assertThat(proposals.plans().values().stream()
                        .collect(Collectors.toMap(Mark::of, plan -> plan, (first, other) -> first))
                        .values())
                .hasSizeGreaterThan(3)
                .allSatisfy(plan -> PdfUa.isMet(LegalDocument.pages(dossier(plan.getEpci()), Fictitious.ORIGIN)
                        .asPdf(EXERCISE)));
    }

    @Test
    @Tag("proof")
    void everyDraftIsMarkedAsOneAndLeavesPeopleTheirPart() {
        assertThat(proposals.plans()).allSatisfy((siren, plan) -> {
            drafted(ActDraft.deliberation(dossier(siren), EXERCISE_ORIGIN), plan);
            drafted(ActDraft.convention(dossier(siren), EXERCISE_ORIGIN), plan);
        });
    }

    @Test
    @Tag("proof")
    void draftsAnActForTheServiceToComplete(@TempDir Path folder) throws IOException {
        String siren = proposals.plans().values().stream()
                .filter(plan -> plan.getSiege() != null)
                .map(Plan::getEpci)
                .findFirst()
                .orElseThrow();
        Path odt = folder.resolve("convention.odt");

        assertThat(said(system, "acte deliberation %s", siren).replaceAll("\\s+", " "))
                .contains("PROJET", "Points à lever avant signature", EXERCISE, "[à compléter");
        assertThat(said(system, "acte convention %s --odt %s", siren, odt)).contains("Écrit");
        assertThat(Files.size(odt)).isPositive();
    }

    @Test
    @Tag("proof")
    void draftsNothingAboutARoomAndNamesItsIntercommunalite() {
        assertThat(refused(system, 2, "acte deliberation DEMO-001"))
                .contains("« DEMO-001 » n'est pas une intercommunalité", "200072031");
    }

    private void drafted(Optional<ActDraft> draft, Plan plan) {
        boolean grantsAid = plan.getSiege() != null
                || plan.getAid().stream().anyMatch(line -> !line.getDecidedBy().matches("REFUSEE|SANS_TIERS_LIEU"));
        assertThat(draft.isPresent()).isEqualTo(grantsAid);
        draft.ifPresent(one -> {
            assertThat(one.header()).startsWith("PROJET");
            assertThat(one.document().title()).startsWith("PROJET");
            assertThat(one.document().asText())
                    .contains("Points à lever avant signature", "[à compléter")
                    .doesNotContainPattern("[A-Z]{2,}_[A-Z]|\\bnull\\b|[{}]");
        });
    }
}
