package fr.passerelle.console.plan;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.texts.Block;
import fr.passerelle.texts.Document;
import fr.passerelle.texts.ProjectDocument;
import java.util.List;

/**
 * The project of an EPCI as its page shows it.
 *
 * @param standing where it stands, each a name and what is known
 * @param economy what running would cost it
 * @param division how its communes would divide what stays
 * @param communes those that may leave, by name
 * @param key what is divided by
 * @param leaving INSEE code of the commune that would leave; of none where none would
 */
record ProjectView(
        List<List<String>> standing,
        List<DocumentBlock> economy,
        List<DocumentBlock> division,
        List<Commune> communes,
        DivisionKey key,
        String leaving) {

    static ProjectView of(ProjectDocument project, String key, String leaving) {
        DivisionKey by = keys().stream()
                .filter(one -> one.name().equalsIgnoreCase(key))
                .findFirst()
                .orElse(DivisionKey.HABITANTS);
        return new ProjectView(
                project.standing(),
                blocks(project.economy()),
                blocks(project.division(by, leaving)),
                project.communes(),
                by,
                leaving);
    }

    /** All that may be divided by. */
    public static List<DivisionKey> keys() {
        return List.of(DivisionKey.values());
    }

    private static List<DocumentBlock> blocks(List<Block> blocks) {
        return DocumentBlock.of(new Document("", blocks));
    }
}
