package fr.passerelle.schemas.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Looks through the events of a text, which nest nothing, before a tree is made: what could make it grow or mean something else. */
final class PlainData {

    private static final int MAX_DEPTH = 10;

    private int depth;
    private int documents;

    private PlainData() {}

    /** Whether the text is one document of plain data; says all that is not, as far as it is not too deep. */
    static boolean holds(String text, Problems problems) {
        PlainData plain = new PlainData();
        for (Event event : new Parse(Yaml.SETTINGS).parseString(text)) {
            String objection = plain.objection(event);
            if (objection != null) {
                problems.add(LineColumn.of(event.getStartMark()), "", objection);
            }
            if (plain.depth > MAX_DEPTH) {
                return false;
            }
        }
        return problems.none();
    }

    private @Nullable String objection(Event event) {
        count(event);
        if (depth > MAX_DEPTH) {
            return "les clés sont emboîtées sur plus de %d niveaux".formatted(MAX_DEPTH);
        }
        if (event instanceof DocumentStartEvent && documents > 1) {
            return "un autre document commence (---) ; un seul par fichier";
        }
        if (event instanceof NodeEvent node
                && (event instanceof AliasEvent || node.getAnchor().isPresent())) {
            return "les ancres (&) et les renvois (*) ne sont pas admis ; un texte qui commence par ces signes s'écrit"
                    + " entre guillemets";
        }
        return tagged(event)
                ? "les types (!) ne sont pas admis ; un texte qui commence par ce signe s'écrit entre guillemets"
                : null;
    }

    private void count(Event event) {
        switch (event) {
            case CollectionStartEvent start -> depth++;
            case CollectionEndEvent end -> depth--;
            case DocumentStartEvent document -> documents++;
            default -> {
                // a value
            }
        }
    }

    private static boolean tagged(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent start -> start.getTag().isPresent();
            default -> false;
        };
    }
}
