package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.RejectReason;

/** What is wrong with the quotes of a record, for whoever corrects it. */
final class QuoteFlaw {

    static final Flaw AFTER_CELL =
            whole("Du texte suit un guillemet fermant ; doublez le guillemet qui fait partie du texte.");
    static final Flaw INSIDE_CELL = whole(
            "Une cellule contient un guillemet sans en être entourée : entourez-la de guillemets et doublez celui-ci,"
                    + " ou retirez-le.");
    private static final String OPEN =
            "Un guillemet s'ouvre et n'est pas fermé à la fin de la ligne : fermez-le, ou doublez-le s'il fait partie"
                    + " du texte. Si les cellules de cette colonne ont plusieurs lignes, dites-le dans le mapping («"
                    + " multiligne: oui »).";
    private static final String HOLDS_ROWS =
            "Une cellule de plusieurs lignes contient ce qui se lit comme des lignes de la table : il manque un"
                    + " guillemet, ou il y en a un de trop.";

    private QuoteFlaw() {}

    /** Quotes are open at the end of a line, where they must not be. */
    static Flaw open(int place) {
        return new Flaw(RejectReason.GUILLEMETS_SUR_PLUSIEURS_LIGNES, place, OPEN);
    }

    /** Quotes go round rows of the table. */
    static Flaw holdsRows(int place) {
        return new Flaw(RejectReason.GUILLEMETS_SUR_PLUSIEURS_LIGNES, place, HOLDS_ROWS);
    }

    private static Flaw whole(String message) {
        return new Flaw(RejectReason.GUILLEMETS, Flaw.WHOLE, message);
    }
}
