package fr.passerelle.sheets.french;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.schemas.event.Demandeur;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for, as a table shows it.
 *
 * @param object function, theme or service
 * @param kind which of these it is
 * @param communes names of those that it was asked for; empty where it was for the whole EPCI
 * @param counts how many asked, in the order of the groups; a dash for a group that did not ask
 * @param proposed what is proposed for it; empty where nothing is
 * @param unmet why it is left without an answer, or how far it still is; empty where it has one
 */
public record NeedLine(
        String object, String kind, List<String> communes, List<String> counts, String proposed, String unmet) {

    public static NeedLine of(NeedComparison need, UnaryOperator<String> commune) {
        return new NeedLine(
                object(need),
                Textes.word("demande.objet", need.kind().name()),
                need.communes().stream().map(commune).toList(),
                Arrays.stream(Demandeur.values())
                        .map(group -> count(need.requests().get(group)))
                        .toList(),
                said("demande.propose", need),
                said("demande.reste", need));
    }

    /** As a sentence names it. */
    public static String object(NeedComparison need) {
        return switch (need.kind()) {
            case FONCTION -> Textes.word("fonction", need.object());
            case THEME -> Codes.theme(need.object());
            case SERVICE -> Textes.typeset(need.object());
        };
    }

    private static String count(@Nullable Long requests) {
        return requests == null ? FrenchNumbers.UNKNOWN : FrenchNumbers.whole(requests);
    }

    private static String said(String family, NeedComparison need) {
        String key = family + "." + need.answer().name();
        return Textes.knows(family, need.answer().name()) ? Textes.say(key, Map.of("n", need.places())) : "";
    }
}
