package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.act.ActDraft;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.form.PdfUa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The documents of the demonstration that people take away: judged as PDFs, and marked as drafts. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsIT {

    private static final String EXERCISE = "Exercice sur des données reconstituées";
    private static final Origin ORIGIN = new Origin("2017-05", "Titre", "ab".repeat(32), Map.of(), Map.of());
    private static final ActOrigin EXERCISE_ORIGIN = new ActOrigin("N-000001", "2017-05", true, EXERCISE, List.of());

    @AutoClose
    private Deployment system;

    private Proposals proposals;

    @BeforeAll
    void findTheDemonstration() {
        system = Deployments.demonstration();
        proposals = TextsIT.published(system);
    }

    @Test
    void explainsInAFileToTakeAway(@TempDir Path folder) throws IOException {
        String siren = proposals.plans().firstKey();
        Path pdf = folder.resolve("explication.pdf");
        Path odt = folder.resolve("explication.odt");

        assertThat(said(system, "explain", siren, "--legal", "--pdf", pdf.toString()))
                .contains("Écrit", "explication.pdf");
        said(system, "explain", siren, "--legal", "--odt", odt.toString());

        PdfUa.isMet(Files.readAllBytes(pdf));
        assertThat(Files.size(odt)).isPositive();
        Program again = system.batch("explain", siren, "--odt", odt.toString());
        assertThat(again.end()).isNotZero();
        assertThat(again.errors()).contains("il existe déjà");
    }

    @Test
    void theTwoPagesAreTwoSidesOfA4() throws IOException {
        for (String siren : proposals.plans().keySet()) {
            try (PDDocument pdf =
                    Loader.loadPDF(LegalDocument.pages(dossier(siren), ORIGIN).asPdf(EXERCISE))) {
                assertThat(pdf.getNumberOfPages()).as(siren).isLessThanOrEqualTo(2);
            }
        }
    }

    /** One of each kind of conclusion: what a page gives of two EPCIs of one kind differs by its words alone. */
    @Test
    void whatAPageGivesIsAPdfThatEverybodyReads() {
        assertThat(proposals.plans().values().stream()
                        .collect(Collectors.toMap(Mark::of, plan -> plan, (first, other) -> first))
                        .values())
                .hasSizeGreaterThan(3)
                .allSatisfy(plan -> PdfUa.isMet(
                        LegalDocument.pages(dossier(plan.getEpci()), ORIGIN).asPdf(EXERCISE)));
    }

    @Test
    void everyDraftIsMarkedAsOneAndLeavesPeopleTheirPart() {
        assertThat(proposals.plans()).allSatisfy((siren, plan) -> {
            drafted(ActDraft.deliberation(dossier(siren), EXERCISE_ORIGIN), plan);
            drafted(ActDraft.convention(dossier(siren), EXERCISE_ORIGIN), plan);
        });
    }

    @Test
    void draftsAnActForTheServiceToComplete(@TempDir Path folder) throws IOException {
        String siren = proposals.plans().values().stream()
                .filter(plan -> plan.getSiege() != null)
                .map(Plan::getEpci)
                .findFirst()
                .orElseThrow();
        Path odt = folder.resolve("convention.odt");

        assertThat(said(system, "acte", "deliberation", siren).replaceAll("\\s+", " "))
                .contains("PROJET", "Points à lever avant signature", EXERCISE, "[à compléter");
        assertThat(said(system, "acte", "convention", siren, "--odt", odt.toString()))
                .contains("Écrit");
        assertThat(Files.size(odt)).isPositive();
    }

    @Test
    void draftsNothingAboutARoomAndNamesItsIntercommunalite() {
        Program asked = system.batch("acte", "deliberation", "DEMO-001");

        assertThat(asked.end()).isEqualTo(2);
        assertThat(asked.errors())
                .contains("« DEMO-001 » n'est pas une intercommunalité", "200072031")
                .doesNotContain("\tat ");
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

    private Dossier dossier(String siren) {
        return Dossier.of(proposals, siren).orElseThrow();
    }
}
