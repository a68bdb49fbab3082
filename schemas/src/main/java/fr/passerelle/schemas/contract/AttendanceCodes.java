package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.util.List;

/**
 * The codes by which tables and the registers of rooms keep a grain and a state. They never change: a symbol that
 * joins takes the next one wherever it stands in its enumeration, and the code of one that leaves is not given again.
 */
public final class AttendanceCodes {

    /** Each at the place that is its code. */
    private static final List<Grain> GRAINS = List.of(
            Grain.SEANCE,
            Grain.JOUR,
            Grain.SEMAINE,
            Grain.MOIS,
            Grain.TRIMESTRE,
            Grain.SEMESTRE,
            Grain.ANNEE,
            Grain.PERIODE);

    private static final List<Etat> ETATS = List.of(Etat.OUVERT, Etat.FERME);

    private AttendanceCodes() {}

    /** The code of a grain. */
    public static int of(Grain grain) {
        return GRAINS.indexOf(grain);
    }

    /** The code of a state. */
    public static int of(Etat etat) {
        return ETATS.indexOf(etat);
    }

    /** The grain of a code; {@link IllegalArgumentException} when it is nobody's. */
    public static Grain grain(int code) {
        return known(GRAINS, code);
    }

    /** The state of a code; {@link IllegalArgumentException} when it is nobody's. */
    public static Etat etat(int code) {
        return known(ETATS, code);
    }

    private static <E> E known(List<E> symbols, int code) {
        if (code < 0 || code >= symbols.size()) {
            throw new IllegalArgumentException("No symbol has the code " + code);
        }
        return symbols.get(code);
    }
}
