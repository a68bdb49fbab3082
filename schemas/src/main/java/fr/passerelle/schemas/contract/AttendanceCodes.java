package fr.passerelle.schemas.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codes by which tables and the registers of rooms keep a grain and a state. They never change: a symbol that
 * joins takes the next one wherever it stands in its enumeration, and the code of one that leaves is not given again.
 */
public final class AttendanceCodes {

    private static final Map<Integer, Grain> GRAINS = byCode(Grain.values(), AttendanceCodes::of);
    private static final Map<Integer, Etat> ETATS = byCode(Etat.values(), AttendanceCodes::of);

    private AttendanceCodes() {}

    /** The code of a grain. */
    public static int of(Grain grain) {
        return switch (grain) {
            case SEANCE -> 0;
            case JOUR -> 1;
            case SEMAINE -> 2;
            case MOIS -> 3;
            case TRIMESTRE -> 4;
            case SEMESTRE -> 5;
            case ANNEE -> 6;
            case PERIODE -> 7;
        };
    }

    /** The code of a state. */
    public static int of(Etat etat) {
        return switch (etat) {
            case OUVERT -> 0;
            case FERME -> 1;
        };
    }

    /** The grain of a code; {@link IllegalArgumentException} when it is nobody's. */
    public static Grain grain(int code) {
        return known(GRAINS.get(code), code);
    }

    /** The state of a code; {@link IllegalArgumentException} when it is nobody's. */
    public static Etat etat(int code) {
        return known(ETATS.get(code), code);
    }

    private static <E> E known(@Nullable E symbol, int code) {
        if (symbol == null) {
            throw new IllegalArgumentException("No symbol has the code " + code);
        }
        return symbol;
    }

    private static <E> Map<Integer, E> byCode(E[] symbols, Function<E, Integer> code) {
        return Arrays.stream(symbols).collect(toUnmodifiableMap(code, symbol -> symbol));
    }
}
