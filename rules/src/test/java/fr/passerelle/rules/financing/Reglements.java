package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Reglement;
import java.util.regex.Pattern;

/** Règlements for tests: that of May 2017, and the same with one value of its text changed. */
final class Reglements {

    static final Bareme BAREME = Baremes.load("2017-05");

    private Reglements() {}

    static Reglement of2017() {
        return BAREME.reglement();
    }

    static Reglement with(String parameter, String value) {
        return Baremes.read(changed(BAREME.text(), parameter, value)).reglement();
    }

    /** A reading of the base of an investment alone: the EPCI has nothing to keep. */
    static Reglement reading(String base) {
        return Baremes.read(
                        changed(changed(BAREME.text(), "participation_minimale", "0"), "assiette_investissement", base))
                .reglement();
    }

    private static String changed(String text, String parameter, String value) {
        String before = parameter + ": {valeur: ";
        return text.replaceFirst(Pattern.quote(before) + "[^,]+", before + value);
    }
}
