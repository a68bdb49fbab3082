package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Bareme;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a barème is named to people and to machines. */
final class BaremeText {

    /** Digits of a hash that are shown in a table. */
    static final int SHORT = 12;

    private BaremeText() {}

    static String nature(Bareme bareme) {
        return switch (bareme.nature()) {
            case VOTE -> "voté";
            case ILLUSTRATION -> "illustration";
        };
    }

    /** Identifier, title, date, nature and hash, for JSON. */
    static Map<String, Object> head(Bareme bareme) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", bareme.id());
        head.put("titre", bareme.title());
        head.put("en_vigueur", bareme.inForce().toString());
        head.put("nature", bareme.nature().name());
        head.put("empreinte", bareme.sha256());
        return head;
    }

    /** One line that names it. */
    static String line(Bareme bareme) {
        return "Barème %s (%s) : %s, à la date du %s, empreinte %s"
                .formatted(
                        bareme.id(),
                        nature(bareme),
                        bareme.title(),
                        bareme.inForce(),
                        bareme.sha256().substring(0, SHORT));
    }
}
