package fr.passerelle.sheets.french;

import java.util.Map;

/** Numbers of sessions: in letters up to twenty, in figures above. */
public final class SessionWords {

    private static final int SPELLED = 20;

    private SessionWords() {}

    /** « quatorze séances ». */
    public static String of(int n) {
        return Textes.say("seances", Map.of("n", n, "taille", size(n)));
    }

    /** « quatorze ». */
    public static String alone(int n) {
        return Textes.say("seances.seules", Map.of("n", n, "taille", size(n)));
    }

    private static String size(int n) {
        return n <= SPELLED ? "petit" : "grand";
    }
}
