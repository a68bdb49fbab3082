package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Bareme;

/** How a barème is named to people. */
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
