package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Document.WordCount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two pages stand alone, and the annexes come after them. */
class TwoPagesTest {

    private static final Origin ORIGIN = new Origin("2017-05", "Titre", "ab".repeat(32), Map.of(), Map.of());

    private final Dossier dossier = WholeExplanationTest.dossier();

    @Test
    void standAlone() {
        assertThat(headings(LegalDocument.pages(dossier, ORIGIN)))
                .containsExactly(
                        "Ce qui est proposé",
                        "Les chiffres qui ont décidé",
                        "La règle qui a décidé",
                        "L’argent, ligne par ligne",
                        "Ce qui manque",
                        "Degré et mode de contribution du traitement à la décision",
                        "Données traitées et leurs sources",
                        "Paramètres du traitement et leur pondération, appliqués à la situation",
                        "Opérations effectuées par le traitement",
                        "Vos droits");
        assertThat(WordCount.count(LegalDocument.pages(dossier, ORIGIN))).isLessThan(LegalDocument.LIMIT);
    }

    @Test
    void comeBeforeAnnexesThatAreCalledSo() {
        List<String> all = headings(LegalDocument.of(dossier, ORIGIN));
        int pages = headings(LegalDocument.pages(dossier, ORIGIN)).size();

        assertThat(all.subList(0, pages)).noneMatch(Block::isAnnex);
        assertThat(all.subList(pages, all.size()))
                .allMatch(Block::isAnnex)
                .contains("Annexe\u00a0: Salle S-1 (S-1)", "Annexe\u00a0: Salle S-2 (S-2)");
    }

    @Test
    void tellOfOneRoomAloneWhatConcernsIt() {
        String text = LegalDocument.ofRoom(dossier, "S-2", ORIGIN).asText();

        assertThat(text)
                .contains("Salle S-2, à A, situation au 31 octobre 2017", "Annexe\u00a0: Salle S-2 (S-2)")
                .doesNotContain("Annexe\u00a0: Salle S-1 (S-1)");
    }

    /** With a seat too, where the aid to running carries them: it is what they cost that nobody said. */
    @Test
    void sayWhatHoldingSessionsWouldCost() {
        assertThat(plain(LegalDocument.pages(dossier, ORIGIN)))
                .contains("Étapes nomades : une séance par mois, 0,04 temps plein, de l’ordre de 1 300 € par an.");
    }

    @Test
    void sayWhatIsMissing() {
        assertThat(plain(LegalDocument.pagesOfRoom(dossier, "S-2", ORIGIN)))
                .contains(
                        "Salle S-2 (S-2) : 1 mois n’est pas renseigné, sur 24.",
                        "Dans la note, 3 indicateurs ne sont pas connus");
    }

    @Test
    void countWhatStopsTheRoomsWhereNoneIsACandidate() {
        Dossier b = Fictitious.b();
        b.plan()
                .setTrace(List.of(
                        Steps.decided(Rule.ORDRE_DES_CANDIDATES, "epci:" + Fictitious.SIREN, "AUCUNE_CANDIDATE")));

        assertThat(plain(LegalDocument.pages(b, ORIGIN)))
                .contains("Aucun lieu ne remplit toutes les conditions", "Ce qui arrête d’abord 2 salles : « ");
    }

    @Test
    void tellTheRuleThatDecidedAndWhatItLookedAt() {
        assertThat(plain(LegalDocument.pages(dossier, ORIGIN)))
                .contains("« Fonctions voulues, fonctions confirmées, population proche, note » : elle a regardé")
                .contains("Résultat : seule candidate.");
    }

    private static List<String> headings(Document document) {
        return document.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(heading -> ((Block.Heading) heading).text())
                .toList();
    }

    private static String plain(Document document) {
        return document.asText().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
