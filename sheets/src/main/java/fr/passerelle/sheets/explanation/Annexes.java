package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The detail, for who checks it: room by room, then what holds for the whole EPCI. */
record Annexes(Dossier dossier, Origin origin) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        add(blocks, Textes.say("annexe.donnees"), new DataPart(dossier, origin).blocks());
        dossier.plan()
                .getRooms()
                .forEach(room -> add(blocks, dossier.name(room.getRoomId()), ofRoom(room.getRoomId())));
        add(blocks, Textes.say("annexe.parametres"), new ParametersPart(dossier, origin).blocks());
        add(blocks, Textes.say("annexe.operations"), new OperationsPart(dossier).blocks());
        return blocks;
    }

    private List<Block> ofRoom(String room) {
        List<Block> blocks = new ArrayList<>();
        dossier.score(room).ifPresent(score -> {
            blocks.add(new ParametersPart(dossier, origin).indicators(score));
            blocks.addAll(rules("legal.regles.note", room, score.getTrace()));
        });
        dossier.conversion(room)
                .ifPresent(one -> blocks.addAll(rules("legal.regles.conversion", room, one.getTrace())));
        return blocks;
    }

    private List<Block> rules(String caption, String room, List<RegleEssayee> steps) {
        return steps.isEmpty()
                ? List.of()
                : List.of(RuleTable.of(
                        Textes.say(caption, Map.of("salle", dossier.name(room))), steps, new SubjectNames(dossier)));
    }

    private static void add(List<Block> blocks, String about, List<Block> annex) {
        if (!annex.isEmpty()) {
            blocks.add(new Block.Heading(2, Textes.say("legal.annexe.titre", Map.of("sujet", about))));
            blocks.addAll(annex);
        }
    }
}
