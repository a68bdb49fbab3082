package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.AnyFacts;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.RoomText.SiteText;
import fr.passerelle.sheets.form.Document.WordCount;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of the texts of any EPCI whose facts went through the door. */
class TextsPropertiesTest {

    private static final int CASES = 60;
    private static final List<String> NAMES =
            List.of("Salle S-1", "Salle S-2", "Salle S-3", "Salle S-4", "Lieu L-1", "Lieu L-2", "A", "B", "C", "D");

    private static final Origin ORIGIN = new Origin("2017-05", "Titre", "ab".repeat(32), Map.of(), Map.of());

    @RepeatedTest(CASES)
    void readWellWhateverTheFacts(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciResults results =
                EpciResults.of(new AnyFacts(random).facts(), YearMonth.of(2017, 10), Baremes.load(Baremes.DEFAULT));

        Dossier dossier = new Dossier(results.plan().orElseThrow(), results.conversions(), results.scores());

        Reading.isFit(MaireText.of(dossier), NAMES);
        assertThat(WordCount.count(LegalDocument.pages(dossier, ORIGIN))).isLessThan(LegalDocument.LIMIT);
        assertThat(LegalDocument.of(dossier, ORIGIN).asText())
                .doesNotContainPattern("\\b(?:room|site|epci|place|commune):")
                .doesNotContainPattern("\\b[A-Z]{2,}_[A-Z_]+\\b");
        dossier.plan().getRooms().forEach(room -> Reading.isFit(RoomText.of(dossier, room.getRoomId()), NAMES));
        dossier.plan().getCandidates().stream()
                .map(Concurrent::getSiege)
                .filter(siege -> siege.getKind() == SiegeKind.SITE)
                .forEach(site -> Reading.isFit(SiteText.of(dossier, site.getId()), NAMES));
    }
}
