package fr.passerelle.sheets.act;

import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The draft of an act, from the facts of a dossier: nothing is computed again, nobody is named, and what only people know is left blank.
 *
 * @param header what stands at the head of each page
 */
public record ActDraft(Document document, String header) {

    /** Whether there is something to decide, of which there are drafts. */
    public static boolean isDue(Dossier dossier) {
        return !new AidGrid(dossier).isEmpty();
    }

    /** The deliberation that grants the aid; empty where there is nothing to decide. */
    public static Optional<ActDraft> deliberation(Dossier dossier, ActOrigin origin) {
        return of("acte.deliberation.titre", dossier, origin, new DeliberationBlocks(dossier, origin).blocks());
    }

    /** The financial annex of the convention; empty where there is nothing to decide. */
    public static Optional<ActDraft> convention(Dossier dossier, ActOrigin origin) {
        return of("acte.convention.titre", dossier, origin, new ConventionBlocks(dossier).blocks());
    }

    /** As an OpenDocument text, its header on each page. */
    public byte[] asOdt() {
        return document.asOdt(header);
    }

    private static Optional<ActDraft> of(String title, Dossier dossier, ActOrigin origin, List<Block> act) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Textes.say(
                "acte.origine",
                Map.of(
                        "execution",
                        origin.run(),
                        "date",
                        Months.lastDay(YearMonth.parse(dossier.plan().getAsOf())),
                        "bareme",
                        origin.bareme()))));
        blocks.addAll(new OpenPoints(dossier, origin).blocks());
        blocks.addAll(act);
        blocks.add(new Block.Paragraph(origin.mention()));
        String name = FrenchNames.epci(dossier.plan().getName());
        String titled = Textes.say(title, Map.of("siege", ActWords.seated(dossier), "epci", name));
        return isDue(dossier)
                ? Optional.of(new ActDraft(new Document(titled, blocks), header(origin)))
                : Optional.empty();
    }

    private static String header(ActOrigin origin) {
        return origin.exercise()
                ? Textes.say("acte.entete.exercice", Map.of("mention", origin.mention()))
                : Textes.say("acte.entete");
    }
}
