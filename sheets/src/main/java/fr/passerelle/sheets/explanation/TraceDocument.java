package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The technical trace: every step as the log holds it, codes included, in the order in which the rules decided. */
public final class TraceDocument {

    private static final List<String> HEADER = List.of("Règle", "Sujet", "Opérandes", "Issue", "Décide");

    private TraceDocument() {}

    /** Of one EPCI, its rooms included. */
    public static Document of(Dossier dossier) {
        List<Block> blocks = new ArrayList<>();
        dossier.scores().forEach(one -> blocks.add(table("SCORE " + one.getRoomId(), one.getTrace())));
        dossier.conversions().forEach(one -> blocks.add(table("CONVERSION " + one.getRoomId(), one.getTrace())));
        blocks.add(table("PLAN " + dossier.plan().getEpci(), dossier.plan().getTrace()));
        dossier.plan()
                .getAid()
                .forEach(line -> blocks.add(table("AIDE " + line.getLine().name(), line.getTrace())));
        return new Document(Textes.say("trace.titre"), blocks);
    }

    private static Block table(String caption, List<RegleEssayee> steps) {
        return new Block.Grid(
                caption, HEADER, steps.stream().map(TraceDocument::row).toList());
    }

    private static List<String> row(RegleEssayee step) {
        return List.of(
                step.getRule(),
                step.getOn(),
                step.getOperands().stream().map(TraceDocument::operand).collect(Collectors.joining(" ")),
                step.getOutcome(),
                Boolean.toString(step.getDecides()));
    }

    private static String operand(Operande operand) {
        String value = Objects.requireNonNullElse(Steps.plain(operand), "?");
        return operand.getName() + "=" + value + "[" + operand.getUnit() + "]";
    }
}
