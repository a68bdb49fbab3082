package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.sheets.explanation.NeedTable.NeedLine;
import fr.passerelle.sheets.explanation.NeedTable.NeedsPart;
import fr.passerelle.sheets.form.Block;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedTableTest {

    private static final Commune COMMUNE = new Commune("02001", "Bourg-A", 1_000, 49.0, 3.0, null);

    @Test
    void saysWhatIsAskedForWhatIsProposedAndWhatIsLeft() {
        NeedTable table = table(
                demande(Demandeur.HABITANTS, ObjetKind.FONCTION, "FABLAB", "02001", 1_200),
                demande(Demandeur.ELUS, ObjetKind.FONCTION, "TELETRAVAIL", null, 3),
                demande(Demandeur.ENTREPRISES, ObjetKind.SERVICE, "Borne d'impression", null, 2),
                demande(Demandeur.HABITANTS, ObjetKind.THEME, "santé", null, 1));

        assertThat(table.lines())
                .containsExactly(
                        new NeedLine(
                                "le fablab",
                                "fonction",
                                List.of("Bourg-A"),
                                List.of("1\u00a0200", "—", "—"),
                                "à vérifier au siège proposé",
                                "tant que cela reste à vérifier"),
                        new NeedLine(
                                "le télétravail", "fonction", List.of(), List.of("—", "3", "—"), "", "sans réponse"),
                        new NeedLine(
                                "Borne d’impression",
                                "service",
                                List.of(),
                                List.of("—", "—", "2"),
                                "montré tel que demandé, hors des règles",
                                ""),
                        new NeedLine(
                                "santé en ligne",
                                "thème de médiation",
                                List.of(),
                                List.of("1", "—", "—"),
                                "",
                                "sans réponse"));
        assertThat(table.unmet()).isEqualTo(2);
    }

    @Test
    void saysOnceWhereAndWhenItWasGathered() {
        NeedTable table = table(
                demande(Demandeur.HABITANTS, ObjetKind.FONCTION, "FABLAB", null, 12),
                demande(Demandeur.ELUS, ObjetKind.FONCTION, "FABLAB", null, 3));

        assertThat(table.sources()).containsExactly("Enquête, 5 novembre 2016");
    }

    @Test
    void isEmptyWhereNobodySaidAnything() {
        assertThat(table().lines()).isEmpty();
    }

    private static NeedTable table(Demande... demandes) {
        return NeedTable.of(List.of(demandes), Fictitious.a(), List.of(COMMUNE));
    }

    private static Demande demande(
            Demandeur group, ObjetKind kind, String object, @Nullable String insee, int requests) {
        return new Demande(LocalDate.of(2016, 11, 5), group, kind, object, insee, requests, "Enquête");
    }

    private static final Origin NOTHING = new Origin("2017-05", "Titre", "ab".repeat(32), Map.of(), Map.of());

    @Test
    void saysNothingWhereNobodyAsked() {
        assertThat(NeedsPart.of(Fictitious.a(), NOTHING).blocks()).isEmpty();
    }

    @Test
    void saysWhatIsLeftWithoutAnAnswerAndNoCount() {
        Origin asked = NOTHING.with(Map.of(
                Fictitious.SIREN,
                List.of(
                        demande(Demandeur.HABITANTS, "TELETRAVAIL", 17),
                        demande(Demandeur.ELUS, "TELETRAVAIL", 4),
                        demande(Demandeur.ENTREPRISES, "COWORKING", 0))));

        List<Block> blocks = NeedsPart.of(Fictitious.a(), asked).blocks();

        assertThat(((Block.Paragraph) blocks.getFirst()).text())
                .contains("5 novembre 2016", "sans effet", "Reste sans réponse\u00a0: le télétravail.");
        assertThat(((Block.Grid) blocks.get(1)).rows())
                .containsExactly(
                        List.of("le coworking", "—", "—", "—", "possible au siège proposé", ""),
                        List.of("le télétravail", "demandé", "demandé", "—", "", "sans réponse"));
        assertThat(blocks.toString()).doesNotContain("17", "21", "Enquête");
    }

    /** The rows of the open data are secret one by one: their order, or a side of their sum, would tell. */
    @Test
    void isInAnOrderThatTellsNoCount() {
        assertThat(order(4, 1)).isEqualTo(order(1, 4)).containsExactly("le coworking", "le télétravail");
    }

    /** What was asked of the whole EPCI is not left unanswered because one room does not answer it. */
    @Test
    void isNoAnnexOfARoom() {
        Origin asked = NOTHING.with(Map.of(Fictitious.SIREN, List.of(demande(Demandeur.HABITANTS, "TELETRAVAIL", 17))));

        assertThat(LegalDocument.of(Fictitious.a(), asked).asText()).contains("a recueilli des demandes");
        assertThat(LegalDocument.ofRoom(Fictitious.a(), "A-2", asked).asText())
                .doesNotContain("a recueilli des demandes");
    }

    private static List<String> order(int coworking, int telework) {
        Origin asked = NOTHING.with(Map.of(
                Fictitious.SIREN,
                List.of(
                        demande(Demandeur.ELUS, "COWORKING", coworking),
                        demande(Demandeur.ELUS, "TELETRAVAIL", telework))));
        Block.Grid grid =
                (Block.Grid) NeedsPart.of(Fictitious.a(), asked).blocks().get(1);
        return grid.rows().stream().map(List::getFirst).toList();
    }

    private static Demande demande(Demandeur group, String function, int requests) {
        return demande(group, ObjetKind.FONCTION, function, null, requests);
    }
}
