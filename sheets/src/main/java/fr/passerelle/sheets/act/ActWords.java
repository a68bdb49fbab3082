package fr.passerelle.sheets.act;

import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Naming;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What both drafts say in the same words. */
final class ActWords {

    private ActWords() {}

    static Block heading(String key) {
        return new Block.Heading(2, Textes.say(key));
    }

    static Block paragraph(String key) {
        return paragraph(key, Map.of());
    }

    static Block paragraph(String key, Map<String, ?> arguments) {
        return new Block.Paragraph(Textes.say(key, arguments));
    }

    /** Whether a tiers lieu is proposed, as a message asks. */
    static String seated(Dossier dossier) {
        return yes(dossier.plan().getSiege() != null);
    }

    static String yes(boolean holds) {
        return holds ? "oui" : "non";
    }

    /** « à Ham », or nothing where no tiers lieu is proposed. */
    static String at(Dossier dossier) {
        Siege seat = dossier.plan().getSiege();
        return seat == null ? "" : Naming.of(dossier.plan()).at(seat);
    }

    /** The functions of the seat that are judged so; none where no tiers lieu is proposed. */
    static List<String> functions(Dossier dossier, Disponibilite... judged) {
        Siege seat = dossier.plan().getSiege();
        List<FonctionJugee> all = seat == null ? List.of() : dossier.fonctions(seat);
        return all.stream()
                .filter(fonction -> Stream.of(judged).anyMatch(one -> one == fonction.getDisponibilite()))
                .map(fonction -> Textes.word("fonction", fonction.getFonction().name()))
                .toList();
    }
}
